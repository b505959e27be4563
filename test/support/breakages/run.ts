import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BREAKAGES } from '../../breakages.ts';
import type { Breakage } from '../../breakages/breakage.ts';
import { Catching, type Caught } from './catching.ts';
import { copyCheckout } from './copy.ts';
import { aimOf, nameOf } from './hints.ts';
import { Tools } from './tools.ts';

// npm run test:breakages [-- --list] [--browser-less] [--at DIR] [--out FILE] [id …]

const { values: options, positionals: ids } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    'browser-less': { type: 'boolean', default: false },
    at: { type: 'string', default: '.' },
    out: { type: 'string', default: 'test-results/breakages.json' },
  },
});

const chosen = chosenOf(ids, options['browser-less']);
if (options.list) print(listOf(chosen));
else process.exitCode = await breakAll(chosen).catch(endedEarly);

/** The breakages that were asked for, those that need no browser first. */
function chosenOf(names: readonly string[], isBrowserless: boolean): readonly Breakage[] {
  const all: readonly Breakage[] = Object.values(BREAKAGES).flat();
  const unknown = names.filter((name) => !all.some(({ id }) => id === name));
  if (unknown.length > 0) throw new Error(`There is no breakage called ${unknown.join(', ')}.`);
  const named = all.filter(({ id }) => names.length === 0 || names.includes(id));
  const isMeant = (breakage: Breakage) => !isBrowserless || costOf(breakage) < 2;
  return named.filter(isMeant).toSorted((a, b) => costOf(a) - costOf(b));
}

/** 0 needs nothing but Node, 1 a build, 2 Chromium, 3 Firefox. */
function costOf({ tests: [first] }: Breakage): number {
  return first ? ['unit', 'built', 'chromium', 'firefox'].findIndex((kind) => kind in first) : 0;
}

function listOf(breakages: readonly Breakage[]): string {
  const lines = breakages.map(({ id, sentence, tests }) => {
    const hints = tests.map((hint) => `    ${nameOf(aimOf(hint))}\n`).join('');
    return `${id}: ${sentence}\n${hints}`;
  });
  return `${lines.join('')}${breakages.length} breakages\n`;
}

/** @returns the exit code */
async function breakAll(breakages: readonly Breakage[]): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
  const copy = copyCheckout(resolve(options.at));
  const caught: Caught[] = [];
  try {
    const tools = new Tools(copy, stop.signal);
    const catching = new Catching(copy, tools, options['browser-less']);
    for (const breakage of breakages) {
      caught.push(await catching.try(breakage));
      tell(caught, breakages.length);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const lost = caught.filter(({ by }) => by === null);
  for (const { id, sentence } of lost) print(`NOT CAUGHT ${id}: ${sentence}\n`);
  print(`${caught.length - lost.length} caught, ${lost.length} not caught\n`);
  return lost.length === 0 ? 0 : 1;
}

/** Whoever ends a run is not told where in our code it was. */
function endedEarly(error: unknown): number {
  if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
  print('Ended early.\n');
  return 1;
}

/** Prints what became of the last one, and writes all down: a run takes long, and may be ended. */
function tell(caught: readonly Caught[], count: number): void {
  const last = caught.at(-1);
  if (!last) return;
  const { id, sentence, by, seconds, notes } = last;
  const fate = by === null ? 'NOT CAUGHT' : `caught by ${by}`;
  print(`[${caught.length}/${count}] ${id}: ${sentence}\n    ${fate} (${seconds} s)\n`);
  for (const note of notes) print(`    ${note}\n`);
  mkdirSync(dirname(options.out), { recursive: true });
  writeFileSync(options.out, `${JSON.stringify(caught, null, 2)}\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}
