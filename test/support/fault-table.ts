import { FAULT, type FaultRow } from './fault-row.ts';
import { tableText } from './table-text.ts';

const HEAD = ['What was done', 'What the person saw', 'Microphone off after', 'Held', 'Where'];

/** A row, and where it was seen: in Node, or in a browser by its name. */
interface PlacedRow extends FaultRow {
  readonly where: string;
}

/** The parts of what Vitest's JSON reporter writes that matter here. */
interface NodeReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly meta: { readonly faults?: FaultRow[] } }[];
  }[];
}

/** The parts of what Playwright's JSON reporter writes that matter here. */
interface BrowserReport {
  readonly suites: readonly Suite[];
}

interface Suite {
  readonly specs: readonly { readonly tests: readonly Test[] }[];
  readonly suites?: readonly Suite[];
}

interface Test {
  readonly projectName: string;
  readonly results: readonly {
    readonly annotations: readonly { readonly type: string; readonly description?: string }[];
  }[];
}

/** The rows that Vitest's tests have reported. */
export function rowsInNode({ testResults }: NodeReport): PlacedRow[] {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ meta }) => meta.faults ?? [])
    .map((row) => ({ ...row, where: 'Node' }));
}

/** The rows that Playwright's tests have reported. */
export function rowsInBrowser({ suites }: BrowserReport): PlacedRow[] {
  return suites.flatMap(rowsInSuite);
}

function rowsInSuite({ specs, suites = [] }: Suite): PlacedRow[] {
  const own = specs.flatMap(({ tests }) => tests).flatMap(rowsInTest);
  return [...own, ...suites.flatMap(rowsInSuite)];
}

function rowsInTest({ projectName, results }: Test): PlacedRow[] {
  const annotations = results.at(-1)?.annotations ?? [];
  return annotations
    .filter(({ type }) => type === FAULT)
    .map(({ description }) => ({ ...JSON.parse(description ?? '{}'), where: projectName }));
}

/** The table of faults: what was done, what the person saw, when the microphone was off, what held, and where that was seen. */
export function faultTable(rows: readonly PlacedRow[]): string {
  const cells = rows.map(({ done, saw, offAfterMs, held, where }) => [
    done,
    saw,
    `${offAfterMs} ms`,
    held,
    where,
  ]);
  return tableText(HEAD, cells);
}
