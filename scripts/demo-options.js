import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, SetUpFailure } from './set-up.js';

const BROWSERS = /** @type {const} */ (['chromium', 'firefox']);
const USAGE =
  'npm run demo [-- [--browser chromium|firefox] [--headless [--wav FILE] [--expect FILE] [--keep]]]';
const SENTENCE = join(ROOT, 'test', 'support', 'sounds', 'sentence.wav');

/**
 * @typedef {object} Options
 * @property {typeof BROWSERS[number]} browser
 * @property {boolean} headless without a person
 * @property {boolean} keep whether the browser stays open afterwards
 * @property {string} wav path of the WAV that is spoken
 * @property {string} expect path of the WAV that must come back
 */

/**
 * Reads the command line of the demo.
 * @param {string[]} args
 * @returns {Options} throws a SetUpFailure that says what to write instead
 */
export function readOptions(args) {
  const values = parse(args);
  const browser = BROWSERS.find((name) => name === values?.browser);
  if (!values || !browser) throw new SetUpFailure(`Usage: ${USAGE}`);
  const { headless, keep } = values;
  if (!headless) expectDisplay(args);
  const wav = resolve(values.wav ?? SENTENCE);
  return { browser, headless, keep, wav, expect: resolve(values.expect ?? wav) };
}

/** @param {string[]} args */
function parse(args) {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const file = /** @type {const} */ ({ type: 'string' });
  const browser = /** @type {const} */ ({ type: 'string', default: BROWSERS[0] });
  try {
    const options = { browser, headless: flag, keep: flag, wav: file, expect: file };
    return parseArgs({ args, options }).values;
  } catch {
    return undefined;
  }
}

/** @param {string[]} args */
function expectDisplay(args) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return;
  const instead = ['npm run demo --', ...args, '--headless'].join(' ');
  throw new SetUpFailure(`There is no display here: run \`${instead}\`.`);
}
