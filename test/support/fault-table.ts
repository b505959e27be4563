import { FAULT, type FaultRow } from './fault-row.ts';
import { type Report, notedIn } from './playwright-report.ts';
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

/** The rows that Vitest's tests have reported. */
export function rowsInNode({ testResults }: NodeReport): PlacedRow[] {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ meta }) => meta.faults ?? [])
    .map((row) => ({ ...row, where: 'Node' }));
}

/** The rows that Playwright's tests have reported. */
export function rowsInBrowser(report: Report): PlacedRow[] {
  return notedIn(report).flatMap(({ browser, annotations }) =>
    annotations
      .filter(({ type }) => type === FAULT)
      .map(({ description }) => ({ ...JSON.parse(description ?? '{}'), where: browser })),
  );
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
