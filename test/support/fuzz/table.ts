import type { Reporter, TestModule } from 'vitest/node';

/** Prints at the end of a run with how many cases each border was tried. */
export default class FuzzTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = modules
      .map((module) => [borderOf(module), casesOf(module)] as const)
      .filter(([, cases]) => cases > 0)
      .toSorted(([a], [b]) => a.localeCompare(b));
    const all = rows.reduce((sum, [, cases]) => sum + cases, 0);
    const lines = [...rows, ['all', all] as const].map(line);
    process.stdout.write(`\nCases tried\n${lines.join('\n')}\n`);
  }
}

/** What is tried: named by its file of tests, which stands where the module does. */
function borderOf({ moduleId, project }: TestModule): string {
  return moduleId
    .slice(project.config.root.length + 1)
    .replace(/^test\//, '')
    .replace(/\.test\.ts$/, '');
}

function casesOf(module: TestModule): number {
  const tests = [...module.children.allTests()];
  return tests.reduce((sum, test) => sum + (test.meta().cases ?? 0), 0);
}

function line([border, cases]: readonly [string, number]): string {
  return `${cases.toLocaleString('en').padStart(12)}  ${border}`;
}
