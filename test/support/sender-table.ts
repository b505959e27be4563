import type { Reporter, Suite } from 'playwright/types/testReporter';
import { type SenderRow, senderRowsOf } from './senders.ts';
import { tableText } from './table-text.ts';

const HEAD = ['Who sent every message', 'heard', 'refused', 'reached nobody'] as const;

/** Prints the table of senders at the end of a run: who sent what there is, and what became of it. */
export default class SenderTable implements Reporter {
  #suite: Suite | null = null;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? [];
    const rows = tests.flatMap(({ results }) => senderRowsOf(results.at(-1)?.annotations ?? []));
    if (rows.length === 0) return;
    process.stdout.write(`\n${tableText(HEAD, [...rows, sumOf(rows)].map(cellsOf))}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
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
