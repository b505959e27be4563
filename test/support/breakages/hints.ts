import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Hint } from '../../breakages/breakage.ts';
import type { Outcome } from './report.ts';
import { type Browser, type Tools, escaped } from './tools.ts';

/** What a hint comes to where nothing is broken. */
export type State = 'green' | 'fails with nothing broken' | 'no such file' | 'no such test';

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
export function nameOf({ file, title }: Pick<Aim, 'file' | 'title'>): string {
  return title === '' ? file : `${file} › ${title}`;
}

/** Runs what a hint names, until something fails. */
export function runAim(tools: Tools, { file, title, browser }: Aim): Promise<Outcome> {
  if (browser === null) return tools.vitest([file], '--bail=1');
  return tools.playwright(browser, file, escaped(title));
}

/** Runs hints where nothing is broken, each once: a test that is red anyway proves nothing. */
export class Unbroken {
  readonly #copy: string;
  readonly #tools: Tools;
  readonly #known = new Map<string, State>();

  constructor(copy: string, tools: Tools) {
    this.#copy = copy;
    this.#tools = tools;
  }

  /** What a hint comes to; call it while nothing is broken. */
  async stateOf(aim: Aim): Promise<State> {
    const name = `${aim.browser} ${nameOf(aim)}`;
    const state = this.#known.get(name) ?? (await this.#look(aim));
    this.#known.set(name, state);
    return state;
  }

  async #look(aim: Aim): Promise<State> {
    if (!existsSync(join(this.#copy, aim.file))) return 'no such file';
    for (const browser of aim.builds) {
      const why = await this.#tools.build(browser);
      if (why !== null)
        throw new Error(`The build for ${browser} fails with nothing broken.\n${why}`);
    }
    const { passed, failed } = await runAim(this.#tools, aim);
    if (failed.length > 0) return 'fails with nothing broken';
    return passed.length > 0 ? 'green' : 'no such test';
  }
}
