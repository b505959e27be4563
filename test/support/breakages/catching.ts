import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Breakage } from '../../breakages/breakage.ts';
import { type Aim, aimOf, fateOf, nameOf, runAim, type statesOf } from './hints.ts';
import type { Failed } from './report.ts';
import type { Browser, Tools } from './tools.ts';

/** What became of a breakage. */
export interface Caught {
  readonly id: string;
  readonly sentence: string;
  /** Which test noticed it, or `types`; null is none. */
  readonly by: string | null;
  /** Where that ran: `unit`, `chromium`, `firefox`, `build` or `types`. */
  readonly where: string | null;
  /** What it said. */
  readonly why: string;
  readonly seconds: number;
  /** What was wrong with the hints. */
  readonly notes: readonly string[];
}

type Catch = Pick<Caught, 'by' | 'where' | 'why'>;

const NOTHING: Catch = { by: null, where: null, why: '' };

/** Breaks a copy of the project, one way after the other, and sees what notices. */
export class Catching {
  readonly #copy: string;
  readonly #tools: Tools;
  readonly #states: Awaited<ReturnType<typeof statesOf>>;
  readonly #isBrowserless: boolean;

  constructor(
    copy: string,
    tools: Tools,
    states: Awaited<ReturnType<typeof statesOf>>,
    isBrowserless: boolean,
  ) {
    this.#copy = copy;
    this.#tools = tools;
    this.#states = states;
    this.#isBrowserless = isBrowserless;
  }

  /** Applies a breakage, runs what should notice, and puts the file back. */
  async try(breakage: Breakage): Promise<Caught> {
    const start = performance.now();
    const { id, sentence } = breakage;
    const notes: string[] = [];
    const found = await this.#caught(breakage, notes);
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    return { id, sentence, ...found, seconds, notes };
  }

  async #caught(breakage: Breakage, notes: string[]): Promise<Catch> {
    const path = join(this.#copy, breakage.file);
    const whole = readFileSync(path, 'utf8');
    const places = whole.split(breakage.find).length - 1;
    if (places !== 1) {
      notes.push(`its text stands in ${breakage.file} ${places} times instead of once`);
      return NOTHING;
    }
    writeFileSync(
      path,
      whole.replace(breakage.find, () => breakage.replace),
    );
    try {
      const hinted = await this.#byHints(breakage, notes);
      const found = hinted ?? (await this.#byTypes(breakage.file));
      if (found) return found;
      const { passed, failed } = await this.#tools.related(breakage.file);
      notes.push(`${passed.length + failed.length} other unit tests ran`);
      // Whatever fails once more is noticed by it, unless it fails with nothing broken, too.
      const again = failed.length === 0 ? [] : (await this.#tools.vitest(filesOf(failed))).failed;
      writeFileSync(path, whole);
      return await this.#unlessRed(again, notes);
    } finally {
      writeFileSync(path, whole);
    }
  }

  async #byHints({ tests }: Breakage, notes: string[]): Promise<Catch | null> {
    const built = new Set<Browser>();
    for (const aim of tests.map(aimOf)) {
      if (this.#isBrowserless && aim.browser !== null) continue;
      const state = this.#states.get(nameOf(aim));
      if (state !== 'green') {
        notes.push(`${nameOf(aim)}: ${fateOf(state)}`);
        continue;
      }
      for (const browser of aim.builds.filter((it) => !built.has(it))) {
        built.add(browser);
        const why = await this.#tools.build(browser);
        if (why !== null) return { by: `the build for ${browser}`, where: 'build', why };
      }
      const failed = await this.#failing(aim);
      if (failed) return caughtBy(failed, aim.browser ?? 'unit');
    }
    return null;
  }

  /** What fails of a hint. In a browser it must fail twice: on a busy computer one failure may have another reason. */
  async #failing(aim: Aim): Promise<Failed | undefined> {
    const [first] = (await runAim(this.#tools, aim)).failed;
    if (first === undefined || aim.browser === null) return first;
    return (await runAim(this.#tools, aim)).failed[0];
  }

  async #byTypes(file: string): Promise<Catch | null> {
    // The projects of a part each: the one that holds all of them has no server.
    const why = await this.#tools.types(file.startsWith('server/') ? 'server' : '.');
    return why === null ? null : { by: 'types', where: 'types', why: why.split('\n')[0] ?? '' };
  }

  /** Of tests that nobody thought of, those count that pass with nothing broken. */
  async #unlessRed(failed: readonly Failed[], notes: string[]): Promise<Catch> {
    for (const test of failed) {
      const { failed: red } = await this.#tools.vitest([test.file]);
      if (!red.some(({ title }) => title === test.title)) return caughtBy(test, 'unit');
      notes.push(`${nameOf({ ...test, builds: [], browser: null })}: fails with nothing broken`);
    }
    return NOTHING;
  }
}

function filesOf(tests: readonly Failed[]): string[] {
  return [...new Set(tests.map(({ file }) => file))];
}

function caughtBy({ file, title, why }: Failed, where: string): Catch {
  return { by: `${file} › ${title}`, where, why };
}
