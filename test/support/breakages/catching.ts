import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Breakage } from '../../breakages/breakage.ts';
import { type Aim, Unbroken, aimOf, nameOf, runAim } from './hints.ts';
import type { Failed } from './report.ts';
import type { Tools } from './tools.ts';

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
  readonly #unbroken: Unbroken;
  readonly #isBrowserless: boolean;

  constructor(copy: string, tools: Tools, isBrowserless: boolean) {
    this.#copy = copy;
    this.#tools = tools;
    this.#unbroken = new Unbroken(copy, tools);
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
    const { file, find } = breakage;
    const places = readFileSync(join(this.#copy, file), 'utf8').split(find).length - 1;
    if (places !== 1) {
      notes.push(`its text stands in ${file} ${places} times instead of once`);
      return NOTHING;
    }
    for (const aim of breakage.tests.map(aimOf)) {
      if (this.#isBrowserless && aim.browser !== null) continue;
      const state = await this.#unbroken.stateOf(aim);
      if (state !== 'green') {
        notes.push(`${nameOf(aim)}: ${state}`);
        continue;
      }
      const found = await this.#broken(breakage, () => this.#byHint(aim));
      if (found) return found;
    }
    const found = await this.#broken(breakage, () => this.#byTypes(file));
    return found ?? this.#byRelated(breakage, notes);
  }

  /** Does something while the copy is broken. */
  async #broken<T>({ file, find, replace }: Breakage, work: () => Promise<T>): Promise<T> {
    const path = join(this.#copy, file);
    const whole = readFileSync(path, 'utf8');
    const broken = whole.replace(find, () => replace);
    writeFileSync(path, broken);
    try {
      return await work();
    } finally {
      writeFileSync(path, whole);
    }
  }

  async #byHint(aim: Aim): Promise<Catch | null> {
    for (const browser of aim.builds) {
      const why = await this.#tools.build(browser);
      if (why !== null) return { by: `the build for ${browser}`, where: 'build', why };
    }
    const failed = await this.#failing(aim);
    return failed ? caughtBy(failed, aim.browser ?? 'unit') : null;
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

  /** Of tests that nobody thought of, those count that fail twice, and pass with nothing broken. */
  async #byRelated(breakage: Breakage, notes: string[]): Promise<Catch> {
    const failed = await this.#broken(breakage, async () => {
      const related = await this.#tools.related(breakage.file);
      notes.push(`${related.passed.length + related.failed.length} other unit tests ran`);
      if (related.failed.length === 0) return [];
      return (await this.#tools.vitest(filesOf(related.failed))).failed;
    });
    for (const test of failed) {
      const { failed: red } = await this.#tools.vitest([test.file]);
      if (!red.some(({ title }) => title === test.title)) return caughtBy(test, 'unit');
      notes.push(`${nameOf(test)}: fails with nothing broken`);
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
