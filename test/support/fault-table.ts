import type { Reporter, Suite } from 'playwright/types/testReporter';
import { type FaultRow, rowsOf } from './faults.ts';
import { tableText } from './table-text.ts';

const HEAD = ['What was done', 'What the person saw', 'Microphone off after', 'Held'] as const;

/** Prints the table of faults at the end of a run: what was done, what the person saw, when the microphone was off, what held. */
export default class FaultTable implements Reporter {
  #suite: Suite | null = null;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? [];
    const rows = tests.flatMap(({ results }) => rowsOf(results.at(-1)?.annotations ?? []));
    if (rows.length > 0) process.stdout.write(`\n${tableText(HEAD, rows.map(cellsOf))}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

function cellsOf({ done, saw, offAfterMs, held }: FaultRow): string[] {
  return [done, saw, `${offAfterMs} ms`, held];
}
