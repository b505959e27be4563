import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Outcome, isRecord, playwrightOutcome, vitestOutcome } from './report.ts';

/** Until a command counts as hung, in milliseconds. */
const HUNG_MS = 20 * 60_000;
/** How much of what a command says is kept, in characters. */
const TAIL = 2_000;

export type Browser = 'chromium' | 'firefox';

/** What WXT calls the browsers. */
const BUILT_FOR = { chromium: 'chrome', firefox: 'firefox' } as const;

/** Runs the project's tools in a copy of it. */
export class Tools {
  readonly #copy: string;
  readonly #signal: AbortSignal;

  /** @param signal ends whatever runs */
  constructor(copy: string, signal: AbortSignal) {
    this.#copy = copy;
    this.#signal = signal;
  }

  /** Runs files of Vitest. */
  vitest(files: readonly string[], ...options: string[]): Promise<Outcome> {
    return this.#vitest(['run', ...files, '--project=!packages', ...options]);
  }

  /** Runs whatever depends on a file, in its own part of the project. */
  related(file: string): Promise<Outcome> {
    const projects = file.startsWith('server/') ? ['server'] : ['core', 'extension'];
    const options = projects.map((project) => `--project=${project}`);
    return this.#vitest(['related', '--run', '--bail=1', file, ...options]);
  }

  /** Runs tests of Playwright whose full titles match an expression, until one fails. */
  playwright(browser: Browser, file: string, title: string): Promise<Outcome> {
    const report = join(this.#copy, 'test-results', 'breakage-browser.json');
    const which = [`${escaped(file)}$`, ...(title === '' ? [] : ['-g', title])];
    const how = [`--project=${browser}`, '--reporter=json', '--max-failures=1'];
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    return this.#reported(report, playwrightOutcome, ['playwright', 'test', ...which, ...how], env);
  }

  /** Builds the extension; what failed, or null. */
  async build(browser: Browser): Promise<string | null> {
    const { code, tail } = await this.#run(['wxt', 'build', '-b', BUILT_FOR[browser]]);
    return code === 0 ? null : tail;
  }

  /** Checks the types of one of the projects; what is wrong with them, or null. */
  async types(project: string): Promise<string | null> {
    const { code, tail } = await this.#run(['tsc', '-p', project]);
    return code === 0 ? null : tail;
  }

  #vitest(args: readonly string[]): Promise<Outcome> {
    const report = join(this.#copy, 'test-results', 'breakage-unit.json');
    const json = ['--reporter=json', `--outputFile.json=${report}`];
    const read = (text: unknown) => vitestOutcome(text, (path) => relative(this.#copy, path));
    return this.#reported(report, read, ['vitest', ...args, ...json]);
  }

  async #reported(
    report: string,
    read: (report: unknown) => Outcome,
    command: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    rmSync(report, { force: true });
    const { tail } = await this.#run(command, env);
    const parsed: unknown = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
    if (isRecord(parsed)) return read(parsed);
    // A tool that hangs or breaks writes none.
    return {
      passed: [],
      failed: [{ file: '', title: `${command[0]} did not end well`, why: tail }],
    };
  }

  /** Runs a command as the project does, in its own environment; ends it where it hangs. */
  async #run(command: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const { NODE_OPTIONS: _ours, ...inherited } = process.env;
    const isGroup = process.platform !== 'win32';
    const child = spawn(process.execPath, ['scripts/run.js', ...command], {
      cwd: this.#copy,
      env: { ...inherited, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: isGroup,
    });
    const { pid } = child;
    const stop = () => {
      if (pid === undefined || !isGroup) child.kill();
      else process.kill(-pid, 'SIGKILL');
    };
    const end = AbortSignal.any([this.#signal, AbortSignal.timeout(HUNG_MS)]);
    end.addEventListener('abort', stop);
    let tail = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (tail = (tail + text).slice(-TAIL)));
    }
    const [code] = await once(child, 'close');
    end.removeEventListener('abort', stop);
    this.#signal.throwIfAborted();
    return { code, tail };
  }
}

/** A text as an expression that means it. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
