import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/set-up.js';
import { bareComputer } from '../support/bare-computer.ts';

const OTHERS = ['Xvfb', 'xdotool', 'openssl', 'redis-server'];
const SOUND = ['pulseaudio', 'pactl', 'paplay', 'parec'];

/** Runs `npm test` where these programs are installed, and no other can be; of its steps a short one, since it must not come so far. */
function testWith(programs: string[], env: Record<string, string> = {}) {
  const computer = bareComputer(['chromium', 'python3', ...programs]);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/test.js', 'build-chrome'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...computer.env, ...env },
    },
  );
  computer.clear();
  return { status, stdout, stderr };
}

test.each([
  ['no Firefox', [...OTHERS, ...SOUND], 'firefox-esr'],
  ['no sound server', [...OTHERS, 'firefox'], 'pulseaudio, pulseaudio-utils'],
  ['neither', OTHERS, 'firefox-esr, pulseaudio, pulseaudio-utils'],
])('with %s to be had, the tests say so and fail', (_what, programs, missing) => {
  expect(testWith(programs)).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining(
      `The browser tests need more: install ${missing} (as Debian calls them).\n`,
    ),
  });
});

test('a FIREFOX_PATH that leads nowhere makes them fail, too', () => {
  expect(testWith([...OTHERS, ...SOUND, 'firefox'], { FIREFOX_PATH: '/nonexistent' })).toEqual({
    status: 1,
    stdout: '',
    stderr: 'FIREFOX_PATH is no program: /nonexistent\n',
  });
});
