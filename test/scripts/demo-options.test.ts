import { afterEach, describe, expect, test, vi } from 'vitest';
import { readOptions } from '../../scripts/demo-options.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the command line of the demo', () => {
  test('asks for Chromium unless it says Firefox', () => {
    vi.stubEnv('DISPLAY', ':1');
    expect(readOptions([])).toMatchObject({ browser: 'chromium', headless: false, keep: false });
    expect(readOptions(['--browser', 'chromium']).browser).toBe('chromium');
    expect(readOptions(['--browser', 'firefox']).browser).toBe('firefox');
    expect(readOptions(['--browser=firefox', '--headless']).headless).toBe(true);
  });

  test('expects back what is spoken, unless it says otherwise', () => {
    const { wav, expect: expected } = readOptions(['--headless']);
    expect(wav).toMatch(/sentence\.wav$/);
    expect(expected).toBe(wav);
    const files = readOptions(['--headless', '--wav', '/a.wav', '--expect', '/b.wav']);
    expect(files).toMatchObject({ wav: '/a.wav', expect: '/b.wav' });
    expect(readOptions(['--headless', '--wav', '/a.wav']).expect).toBe('/a.wav');
  });

  test.each([
    ['another browser', ['--browser', 'opera']],
    ['no browser', ['--browser']],
    ['an option that there is not', ['--loud']],
    ['a word', ['firefox']],
  ])('is explained to whoever names %s', (_what, args) => {
    expect(() => readOptions([...args, '--headless'])).toThrow(
      /^Usage: npm run demo \[-- \[--browser chromium\|firefox\] \[--headless/,
    );
  });

  test.runIf(process.platform === 'linux').each([
    [[], 'npm run demo -- --headless'],
    [['--browser', 'firefox'], 'npm run demo -- --browser firefox --headless'],
  ])('says what to do without a display: %j', (args, instead) => {
    vi.stubEnv('DISPLAY', undefined);
    vi.stubEnv('WAYLAND_DISPLAY', undefined);
    expect(() => readOptions(args)).toThrow(`There is no display here: run \`${instead}\`.`);
  });
});
