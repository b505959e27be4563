import { once } from 'node:events';
import { join } from 'node:path';
import { startBackend } from './backend.js';
import { chromium } from './demo-chromium.js';
import { firefox } from './demo-firefox.js';
import { readOptions } from './demo-options.js';
import { serveDemoPages } from './demo-pages.js';
import { talk } from './demo-talk.js';
import { ROOT } from './set-up.js';
import { createSteps } from './steps.js';

const BROWSERS = { chromium, firefox };
const RESULTS = join(ROOT, 'test-results', 'demo');

/** @param {string} line */
const print = (line) => void process.stdout.write(`${line}\n`);
const steps = createSteps(print);

/**
 * @param {import('./demo-options.js').Options} options
 * @param {(end: () => unknown) => void} atEnd
 */
async function demo(options, atEnd) {
  const browser = BROWSERS[options.browser];
  const settings = { EXTENSION_ORIGINS: browser.extensionOrigin };
  const backend = await steps.take('backend up', () => startBackend(settings), {
    within: 15,
    otherwise: 'it did not say that it listens.',
  });
  atEnd(backend.stop);
  await steps.take('extension built', browser.build, {
    within: 60,
    otherwise: 'it took a minute.',
  });
  const pages = await serveDemoPages();
  atEnd(pages.close);
  const start = await steps.take('microphone', () => browser.prepareMicrophone(options, atEnd), {
    within: 10,
    otherwise: 'it could not be prepared.',
  });
  const running = await steps.take('browser up', start, {
    within: 30,
    otherwise: `${browser.name} did not start.`,
  });
  atEnd(running.close);
  const open = () =>
    running.open(`${pages.origin}/`, { backendUrl: backend.url, sites: ['http://127.0.0.1'] });
  const page = await steps.take('page ready', open, {
    within: 15,
    otherwise: 'the demo page did not load.',
  });
  if (options.headless) {
    const results = join(RESULTS, options.browser);
    await talk({ page, steps, print, results }, { ...backend, expected: options.expect });
  }
  if (options.headless && !options.keep) return;
  print(`${browser.invitation} Close the browser, or press Ctrl+C, to end.`);
  await Promise.race([running.untilClosed(), once(process, 'SIGINT')]);
}

/** @type {(() => unknown)[]} */
const ends = [];
try {
  const options = readOptions(process.argv.slice(2));
  await demo(options, (end) => ends.unshift(end));
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
