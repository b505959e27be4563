import { type Report, notedIn } from './playwright-report.ts';
import { SENDER, type SenderRow } from './sender-row.ts';
import { tableText } from './table-text.ts';

const HEAD = ['heard', 'refused', 'reached nobody'];

/** The rows that the tests of a report have noted. */
export function senderRowsIn(report: Report): SenderRow[] {
  return notedIn(report)
    .flatMap(({ annotations }) => annotations)
    .filter(({ type }) => type === SENDER)
    .map(({ description }) => JSON.parse(description ?? '{}'));
}

/** The table of a browser's senders: who sent what there is, and what became of it. */
export function senderTable(browser: string, rows: readonly SenderRow[]): string {
  const head = [`Who sent every message in ${browser}`, ...HEAD];
  return tableText(head, [...rows, sumOf(rows)].map(cellsOf));
}

function cellsOf({ who, heard, refused, unheard }: SenderRow): string[] {
  return [who, ...[heard, refused, unheard].map(String)];
}

function sumOf(rows: readonly SenderRow[]): SenderRow {
  const sum = (count: (row: SenderRow) => number) => rows.reduce((all, row) => all + count(row), 0);
  return {
    who: `${rows.length} senders`,
    heard: sum(({ heard }) => heard),
    refused: sum(({ refused }) => refused),
    unheard: sum(({ unheard }) => unheard),
  };
}
