import type { Reporter, Suite } from 'playwright/types/testReporter';
import { type FaultRow, rowsOf } from './faults.ts';

const HEAD = ['What was done', 'What the person saw', 'Microphone off after'] as const;

/** Prints the table of faults at the end of a run: what was done, what the person saw, when the microphone was off. */
export default class FaultTable implements Reporter {
  #suite: Suite | null = null;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? [];
    const rows = tests.flatMap(({ results }) => rowsOf(results.at(-1)?.annotations ?? []));
    if (rows.length > 0) process.stdout.write(`\n${table(rows)}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

function table(rows: readonly FaultRow[]): string {
  const cells = rows.map(({ done, saw, offAfterMs }) => [done, saw, `${offAfterMs} ms`]);
  const widths = HEAD.map((head, i) =>
    Math.max(head.length, ...cells.map((row) => row[i]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ');
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  return [line(HEAD), rule, ...cells.map(line)].join('\n');
}
