/** A test, by its file from the repository's root and its full title. */
interface Test {
  readonly file: string;
  readonly title: string;
}

/** A test that failed, and the first lines of why. */
export interface Failed extends Test {
  readonly why: string;
}

/** What became of a run. */
export interface Outcome {
  readonly passed: readonly Test[];
  readonly failed: readonly Failed[];
}

/** Reads the JSON report of Vitest. */
export function vitestOutcome(report: unknown, fromRoot: (path: string) => string): Outcome {
  const passed: Test[] = [];
  const failed: Failed[] = [];
  for (const result of list(report, 'testResults')) {
    const file = fromRoot(text(result, 'name'));
    const tests = list(result, 'assertionResults');
    for (const test of tests) {
      const it = { file, title: text(test, 'fullName') };
      const [why = ''] = list(test, 'failureMessages');
      if (text(test, 'status') === 'passed') passed.push(it);
      if (text(test, 'status') === 'failed') failed.push({ ...it, why: firstLines(why) });
    }
    // A file that cannot be loaded has no tests.
    const isBroken = text(result, 'status') === 'failed' && tests.length === 0;
    if (isBroken)
      failed.push({ file, title: 'the file loads', why: firstLines(text(result, 'message')) });
  }
  return { passed, failed };
}

/** Reads the JSON report of Playwright, whose files stand below test/e2e. */
export function playwrightOutcome(report: unknown): Outcome {
  const passed: Test[] = [];
  const failed: Failed[] = [];
  for (const { spec, around } of specsIn(report, [])) {
    const test = {
      file: `test/e2e/${text(spec, 'file')}`,
      title: [...around, text(spec, 'title')].join(' › '),
    };
    for (const result of list(spec, 'tests').flatMap((one) => list(one, 'results'))) {
      const status = text(result, 'status');
      const [error] = list(result, 'errors');
      if (status === 'passed') passed.push(test);
      if (status === 'failed' || status === 'timedOut') {
        failed.push({ ...test, why: firstLines(text(error, 'message')) || status });
      }
    }
  }
  const broken = list(report, 'errors').map((error) => firstLines(text(error, 'message')));
  const none = broken.filter((why) => !why.includes('No tests found'));
  return {
    passed,
    failed: [...failed, ...none.map((why) => ({ file: '', title: 'the tests load', why }))],
  };
}

function* specsIn(
  suite: unknown,
  around: readonly string[],
): Generator<{ spec: unknown; around: readonly string[] }> {
  for (const spec of list(suite, 'specs')) yield { spec, around };
  for (const inner of list(suite, 'suites')) {
    const title = text(inner, 'title');
    // The outermost suite is the file.
    yield* specsIn(inner, title.endsWith('.spec.ts') ? [] : [...around, title]);
  }
}

/** Whether something is an object whose parts can be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = isRecord(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}

function text(value: unknown, key: string): string {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : '';
}

/** The first lines that say something, without colours. */
function firstLines(message: unknown): string {
  const colour = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');
  const lines = String(message).replaceAll(colour, '').split('\n');
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  return said.slice(0, 4).join(' | ').slice(0, 400);
}
