import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeMicrophoneWav } from './audio.js';
import { startBackend } from './backend.js';
import { launchBrowser } from './browser.js';
import { EXTENSION, buildExtension } from './build-extension.js';
import { configure } from './configure.js';
import { serveDemoPages } from './demo-pages.js';
import { talk } from './demo-talk.js';
import { ROOT } from './set-up.js';
import { StepFailure, createSteps } from './steps.js';

const USAGE = 'npm run demo [-- --headless [--wav FILE] [--expect FILE] [--keep]]';
const SENTENCE = join(ROOT, 'test', 'support', 'sounds', 'sentence.wav');
/** Longer than the greeting and the time it takes to connect: nobody talks over anybody. */
const LEAD_IN_SECONDS = 7;

/** @param {string} line */
const print = (line) => void process.stdout.write(`${line}\n`);
const steps = createSteps(print);

/** @typedef {{ headless: boolean, wav: string, expect: string, keep: boolean }} Options */

/** @returns {Options} */
function readOptions() {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const file = /** @type {const} */ ({ type: 'string' });
  try {
    const { values } = parseArgs({
      options: { headless: flag, keep: flag, wav: file, expect: file },
    });
    const wav = resolve(values.wav ?? SENTENCE);
    return {
      headless: values.headless,
      keep: values.keep,
      wav,
      expect: resolve(values.expect ?? wav),
    };
  } catch {
    throw new StepFailure(`Usage: ${USAGE}`);
  }
}

function expectDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return;
  throw new StepFailure('There is no display here: run `npm run demo -- --headless`.');
}

/**
 * @param {Options} options
 * @param {string} folder for the microphone's WAV
 */
async function microphone({ headless, wav }, folder) {
  if (!headless) return { realMicrophone: true };
  const path = join(folder, 'microphone.wav');
  await writeMicrophoneWav(path, wav, { leadInSeconds: LEAD_IN_SECONDS });
  return { wav: path };
}

/**
 * @param {Options} options
 * @param {(end: () => unknown) => void} atEnd
 */
async function demo(options, atEnd) {
  const { headless, keep } = options;
  if (!headless) expectDisplay();
  const folder = await mkdtemp(join(tmpdir(), 'voice-cards-demo-'));
  atEnd(() => rm(folder, { recursive: true }));
  const backend = await steps.take('backend up', startBackend, {
    within: 15,
    otherwise: 'it did not say that it listens.',
  });
  atEnd(backend.stop);
  await steps.take('extension built', buildExtension, {
    within: 60,
    otherwise: 'it took a minute.',
  });
  const pages = await serveDemoPages();
  atEnd(pages.close);
  const source = await steps.take('microphone', () => microphone(options, folder), {
    within: 10,
    otherwise: 'the WAV could not be prepared.',
  });
  const launch = () => launchBrowser({ extensionDir: EXTENSION, headless, ...source });
  const browser = await steps.take('browser up', launch, {
    within: 30,
    otherwise: 'Chromium did not start.',
  });
  atEnd(browser.close);
  const page = await steps.take('page ready', () => openPage(browser, backend.url, pages.origin), {
    within: 15,
    otherwise: 'the demo page did not load.',
  });
  if (headless) {
    const { untilSignedUrl } = backend;
    await talk({ browser, page, steps, print }, { untilSignedUrl, expected: options.expect });
  }
  if (!headless || keep) await untilClosed(browser);
}

/**
 * @param {Awaited<ReturnType<typeof launchBrowser>>} browser
 * @param {string} backendUrl
 * @param {string} origin
 */
async function openPage(browser, backendUrl, origin) {
  await configure(browser, { backendUrl, sites: ['http://127.0.0.1'] });
  const page = await browser.context.newPage();
  await page.goto(`${origin}/`);
  return page;
}

/** @param {Awaited<ReturnType<typeof launchBrowser>>} browser */
async function untilClosed(browser) {
  print(
    'Click a card, allow it in the panel, and talk. Close the browser, or press Ctrl+C, to end.',
  );
  await Promise.race([
    browser.context.waitForEvent('close', { timeout: 0 }),
    once(process, 'SIGINT'),
  ]);
}

/** @type {(() => unknown)[]} */
const ends = [];
try {
  await demo(readOptions(), (end) => ends.unshift(end));
} catch (error) {
  process.exitCode = 1;
  print(error instanceof Error ? error.message : String(error));
}
for (const end of ends) {
  await Promise.resolve()
    .then(end)
    .catch((error) => {
      process.exitCode = 1;
      print(error.message);
    });
}
