import type { Ran } from './journey-table.ts';

/** The parts of what Playwright's JSON reporter writes that matter here. */
interface Report {
  readonly suites: readonly Suite[];
}

interface Suite {
  readonly specs: readonly Spec[];
  readonly suites?: readonly Suite[];
}

interface Spec {
  readonly tags: readonly string[];
  readonly tests: readonly { readonly projectName: string; readonly status: string }[];
}

/** The tests of a report. Its only tags are journeys; whatever did not simply pass has failed. */
export function ranIn({ suites }: Report): Ran[] {
  return suites.flatMap(ranInSuite);
}

function ranInSuite({ specs, suites = [] }: Suite): Ran[] {
  const own = specs.flatMap(({ tags, tests }) =>
    tests.map(({ projectName, status }) => ({
      browser: projectName,
      journeys: tags,
      hasPassed: status === 'expected',
    })),
  );
  return [...own, ...suites.flatMap(ranInSuite)];
}
