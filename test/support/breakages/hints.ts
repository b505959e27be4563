import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Breakage, Hint } from '../../breakages/breakage.ts';
import type { Outcome, Test } from './report.ts';
import { type Browser, type Tools, escaped } from './tools.ts';

/** What a hint comes to where nothing is broken. */
type State = 'green' | 'red' | 'no such file' | 'no such test';

/** A hint as it is run. */
export interface Aim {
  readonly file: string;
  readonly title: string;
  /** Which builds the test reads. */
  readonly builds: readonly Browser[];
  /** In which browser it runs; null is none. */
  readonly browser: Browser | null;
}

/** The parts of a hint. */
export function aimOf(hint: Hint): Aim {
  if ('unit' in hint) return { file: hint.unit, title: '', builds: [], browser: null };
  if ('built' in hint) {
    return { file: hint.built, title: '', builds: ['chromium', 'firefox'], browser: null };
  }
  const browser = 'chromium' in hint ? 'chromium' : 'firefox';
  const file = 'chromium' in hint ? hint.chromium : hint.firefox;
  return { file, title: hint.title ?? '', builds: [browser], browser };
}

/** A hint as it is told. */
export function nameOf({ file, title }: Aim): string {
  return title === '' ? file : `${file} › ${title}`;
}

/** What is wrong with a hint, in words. */
export function fateOf(state: State | undefined): string {
  return state === 'red' ? 'fails with nothing broken' : (state ?? 'not run');
}

/** Runs what a hint names, until something fails. */
export function runAim(tools: Tools, { file, title, browser }: Aim): Promise<Outcome> {
  if (browser === null) return tools.vitest([file], '--bail=1');
  return tools.playwright(browser, [file], escaped(title), '--max-failures=1');
}

/** Runs all hints where nothing is broken: a test that is red anyway proves nothing. */
export async function statesOf(
  tools: Tools,
  copy: string,
  breakages: readonly Breakage[],
): Promise<ReadonlyMap<string, State>> {
  const aims = breakages.flatMap(({ tests }) => tests.map(aimOf));
  const there = aims.filter(({ file }) => existsSync(join(copy, file)));
  for (const browser of new Set(there.flatMap(({ builds }) => builds))) {
    const why = await tools.build(browser);
    if (why !== null)
      throw new Error(`The build for ${browser} fails with nothing broken.\n${why}`);
  }
  const outcomes = [
    await unbroken(tools, there, null),
    await unbroken(tools, there, 'chromium'),
    await unbroken(tools, there, 'firefox'),
  ];
  return new Map(aims.map((aim) => [nameOf(aim), stateOf(aim, outcomes, there.includes(aim))]));
}

async function unbroken(
  tools: Tools,
  all: readonly Aim[],
  browser: Browser | null,
): Promise<Outcome> {
  const aims = all.filter((aim) => aim.browser === browser);
  if (aims.length === 0) return { passed: [], failed: [] };
  const files = [...new Set(aims.map(({ file }) => file))];
  if (browser === null) return tools.vitest(files);
  // A full title begins with the browser and the file.
  const words = aims.map(({ file, title }) => title || file.replace('test/e2e/', ''));
  return tools.playwright(browser, files, [...new Set(words)].map(escaped).join('|'));
}

function stateOf(aim: Aim, outcomes: readonly Outcome[], isThere: boolean): State {
  if (!isThere) return 'no such file';
  const isIts = ({ file, title }: Test) => file === aim.file && title.includes(aim.title);
  if (outcomes.some(({ failed }) => failed.some((test) => test.file === '' || isIts(test))))
    return 'red';
  return outcomes.some(({ passed }) => passed.some(isIts)) ? 'green' : 'no such test';
}
