import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { runQuietly } from '../../scripts/run-quietly.js';
import { SetUpFailure, install } from '../../scripts/set-up.js';

/** A command that prints this and ends with this code. */
function program(lines: readonly string[], code: number): string[] {
  const text = JSON.stringify(lines.map((line) => `${line}\n`).join(''));
  return ['-e', `process.stderr.write(${text}, () => process.exit(${code}))`];
}

/** Notes what is written to a terminal, or to a log. */
function screen(isTTY: boolean, columns: number) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) > 0 };
}

describe('a command that installs something', () => {
  beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));
  afterEach(() => void vi.restoreAllMocks());

  test('tells where it failed: the last lines, without npm’s own progress, and what to run again', async () => {
    const many = Array.from({ length: 20 }, (_, i) => `E: line ${i + 1}`);
    const noise = ['npm warn EBADENGINE x', 'npm http fetch GET 200 y', ''];
    const failure = await install(
      process.execPath,
      program([...many, ...noise], 1),
      'No Xvfb.',
    ).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SetUpFailure);
    const [first, second, ...rest] = String(failure).split('\n');
    expect(first).toBe('SetUpFailure: No Xvfb.');
    expect(second).toMatch(/` failed with:$/);
    expect(rest.slice(0, -1)).toEqual(many.slice(-10).map((line) => `  ${line}`));
    expect(rest.at(-1)).toContain('When that is mended, run it again: ');
  });

  test('tells that it cannot even be started', async () => {
    const failure = install('voice-cards-nowhere', ['ci'], 'No packages.');
    await expect(failure).rejects.toThrow(/failed with:\n {2}spawn voice-cards-nowhere ENOENT\n/);
  });

  test('says nothing where it succeeds', async () => {
    await expect(install(process.execPath, program(['fine'], 0), 'No.')).resolves.toBeUndefined();
  });
});

describe('while it runs', () => {
  const attempt = 'https://registry.npmjs.org/a attempt 1 failed with EAI_AGAIN';
  const npm = program([`npm http fetch GET ${attempt}`], 0);

  test('a terminal shows in one line what it printed last, no wider than the terminal', async () => {
    const shown = screen(true, 100);
    await runQuietly(process.execPath, npm, {}, { ...shown, columns: 2000 });
    const lines = shown.written.join('').split('\r\u001b[K').slice(1);
    expect(lines[0]).toMatch(/: 0 s$/);
    expect(lines[1]?.endsWith(` s  ${attempt}`)).toBe(true);
    expect(lines.at(-1)).toMatch(/: done after \d+ s\n$/);
    const narrow = screen(true, 40);
    await runQuietly(process.execPath, npm, {}, narrow);
    const widths = narrow.written.map((text) => stripVTControlCharacters(text).trim().length);
    expect(Math.max(...widths)).toBe(39);
  });

  test('a log has a line now and then', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const shown = screen(false, 0);
    const running = runQuietly(process.execPath, program([], 1), {}, shown);
    vi.advanceTimersByTime(60_000);
    await running;
    expect(shown.written.map((text) => text.replace(/^.*(?=: )/s, ''))).toEqual([
      ': 0 s\n',
      expect.stringMatching(/^: \d+ s\n$/),
      expect.stringMatching(/^: \d+ s\n$/),
      expect.stringMatching(/^: failed after \d+ s\n$/),
    ]);
  });
});
