import type { Ran } from './journey-table.ts';

/** The parts of what Playwright's JSON reporter writes that matter here. */
export interface Report {
  readonly suites: readonly Suite[];
}

interface Suite {
  readonly specs: readonly Spec[];
  readonly suites?: readonly Suite[];
}

interface Spec {
  readonly tags: readonly string[];
  readonly tests: readonly Test[];
}

interface Test {
  readonly projectName: string;
  readonly status: string;
  readonly results: readonly { readonly annotations: readonly Annotation[] }[];
}

interface Annotation {
  readonly type: string;
  readonly description?: string;
}

/** What a test notes in its report, and in which browser. */
interface Noted {
  readonly browser: string;
  readonly annotations: readonly Annotation[];
}

/** The tests of a report. Its only tags are journeys; whatever did not simply pass has failed. */
export function ranIn(report: Report): Ran[] {
  return report.suites.flatMap(specsOf).flatMap(({ tags, tests }) =>
    tests.map(({ projectName, status }) => ({
      browser: projectName,
      journeys: tags,
      hasPassed: status === 'expected',
    })),
  );
}

/** What each test has noted, in its last run. */
export function notedIn(report: Report): Noted[] {
  const tests = report.suites.flatMap(specsOf).flatMap((spec) => spec.tests);
  return tests.map(({ projectName, results }) => ({
    browser: projectName,
    annotations: results.at(-1)?.annotations ?? [],
  }));
}

function specsOf({ specs, suites = [] }: Suite): readonly Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}
