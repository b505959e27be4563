import { setTimeout as delay } from 'node:timers/promises';
import { readWav } from './audio.js';
import { FIREFOX_EXTENSION, buildExtension } from './build-extension.js';
import { configureFirefox } from './configure-firefox.js';
import { FIREFOX_ORIGIN, launchFirefox } from './firefox.js';
import { FirefoxTab } from './firefox-tab.js';
import { FirefoxWindows } from './firefox-windows.js';
import { GLANCE_MS } from './pace.js';
import { startPulse } from './pulse.js';
import { Tape } from './tape.js';
import { until } from './until.js';

/** @typedef {FirefoxWindows<FirefoxTab>} Windows */

/**
 * @typedef {object} Sound
 * @property {Record<string, string>} [env] what Firefox needs to find it
 * @property {Tape} speaker
 * @property {() => Promise<void>} speak
 */

/** A person's own sound: they speak and hear, and nothing is on tape. */
const OWN_SOUND = { speaker: new Tape(), speak: async () => undefined };

/** @type {import('./demo-talk.js').DemoBrowser} */
export const firefox = {
  name: 'Firefox',
  extensionOrigin: FIREFOX_ORIGIN,
  invitation:
    "Click a card: the agent's window opens by itself. Allow the conversation in it, and the microphone when Firefox asks; then talk.",
  build: () => buildExtension('firefox'),
  async prepareMicrophone({ headless, wav }, atEnd) {
    if (!headless) return () => start(OWN_SOUND, headless);
    // It may not be there, or no WAV.
    await readWav(wav);
    const { env, speaker, say, close } = await startPulse();
    atEnd(close);
    return () => start({ env, speaker, speak: () => say(wav) }, headless);
  },
};

/**
 * @param {Sound} sound
 * @param {boolean} headless
 * @returns {Promise<import('./demo-talk.js').Running>}
 */
async function start(sound, headless) {
  const { env } = sound;
  const browser = await launchFirefox({
    extensionDir: FIREFOX_EXTENSION,
    headless,
    ...(env && { env }),
  });
  const [home = ''] = await browser.marionette.windows();
  const windows = new FirefoxWindows(
    browser,
    home,
    (handle) => new FirefoxTab(browser.marionette, handle),
  );
  return {
    async open(url, settings) {
      await configureFirefox(windows, settings);
      const page = await windows.openTab();
      await page.navigate(url);
      return show(windows, page, sound);
    },
    async untilClosed() {
      const [code, signal] = await browser.ended;
      if (code !== 0) throw new Error(`Firefox has ended with ${code ?? signal}.`);
    },
    close: browser.close,
  };
}

/**
 * @param {Windows} windows
 * @param {FirefoxTab} page
 * @param {Sound} sound
 * @returns {import('./demo-talk.js').Shown}
 */
function show(windows, page, { speaker, speak }) {
  return {
    speaker,
    questions: [
      {
        name: 'allowed',
        answer: async () => (await windows.showing('window.html')).press('This time'),
        otherwise: "the agent's window did not ask whether the conversation may start.",
      },
      {
        name: 'microphone allowed',
        answer: () => windows.answerMicrophone('allow'),
        otherwise: 'Firefox did not ask for the microphone.',
      },
    ],
    untilCardIs: (...states) =>
      until(async () => {
        const state = await page.cardState();
        return state !== null && states.includes(state) && state;
      }, 'such state'),
    async press(name) {
      await delay(GLANCE_MS);
      await page.press(name);
    },
    speak,
    screenshot: () => page.screenshot(),
    transcript: async () => {
      const panel = await windows.showing('window.html');
      return until(() => panel.textOf('[role=log]'), 'transcript');
    },
  };
}
