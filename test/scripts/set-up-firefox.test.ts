import { afterEach, describe, expect, test, vi } from 'vitest';
import { SetUpFailure } from '../../scripts/set-up.js';
import { setUpFirefox } from '../../scripts/set-up-firefox.js';
import { bareComputer } from '../support/bare-computer.ts';

const SOUND = ['pulseaudio', 'pactl', 'paplay', 'parec'];

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Sets the demo in Firefox up where these programs are installed. */
async function setUpWith(programs: string[], headless: boolean, env: Record<string, string> = {}) {
  const computer = bareComputer(programs);
  for (const [name, value] of Object.entries({ ...computer.env, ...env })) vi.stubEnv(name, value);
  try {
    await setUpFirefox({ headless });
  } finally {
    computer.clear();
  }
}

describe('the set-up of the demo in Firefox', () => {
  test.each([['firefox-esr'], ['firefox']])('finds %s and a sound server', async (firefox) => {
    await expect(setUpWith([firefox, ...SOUND], true)).resolves.toBeUndefined();
  });

  test('needs no sound server where a person speaks and hears', async () => {
    await expect(setUpWith(['firefox'], false)).resolves.toBeUndefined();
  });

  test.each([
    [[], true, 'firefox-esr, pulseaudio, pulseaudio-utils'],
    [['firefox'], true, 'pulseaudio, pulseaudio-utils'],
    [['firefox', 'pulseaudio'], true, 'pulseaudio, pulseaudio-utils'],
    [[], false, 'firefox-esr'],
  ])('says what it lacks with %j (without a person: %j)', async (programs, headless, missing) => {
    await expect(setUpWith(programs, headless)).rejects.toThrow(
      `The demo in Firefox needs more: install ${missing} (as Debian calls them), or set FIREFOX_PATH.`,
    );
  });

  test('says so when FIREFOX_PATH leads nowhere', async () => {
    const wrong = setUpWith(['firefox'], false, { FIREFOX_PATH: '/nonexistent' });
    await expect(wrong).rejects.toThrow(
      new SetUpFailure('FIREFOX_PATH is no program: /nonexistent'),
    );
  });
});
