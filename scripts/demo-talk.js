import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readWav, writeWav } from './audio.js';
import { ROOT } from './set-up.js';
import { similarity } from './similarity.js';
import { StepFailure } from './steps.js';

/** @typedef {Awaited<ReturnType<typeof import('./browser.js').launchBrowser>>} Browser */
/** @typedef {ReturnType<typeof import('./steps.js').createSteps>} Steps */
/** @typedef {{ browser: Browser, page: import('playwright').Page, steps: Steps, print: (line: string) => void }} Scene */

const RESULTS = join(ROOT, 'test-results', 'demo');
const LIVE = ':is([data-voice-state="listening"], [data-voice-state="speaking"])';
/** Seconds without sound that end a greeting or a reply. */
const QUIET = 0.7;
const ENOUGH = 0.6;

/**
 * Talks to the first card as a person would, and hears the reply.
 * @param {Scene} scene
 * @param {{ untilSignedUrl: () => Promise<number>, expected: string }} conversation `expected`: path of the WAV that must come back
 */
export async function talk(scene, { untilSignedUrl, expected }) {
  await mkdir(RESULTS, { recursive: true });
  await connect(scene, untilSignedUrl);
  const reply = await hearReply(scene);
  await showTranscript(scene);
  await judge(scene, reply, expected);
}

/**
 * @param {Scene} scene
 * @param {() => Promise<number>} untilSignedUrl
 */
async function connect({ browser, page, steps }, untilSignedUrl) {
  const card = page.locator('.voice-card').first();
  await steps.take('card found', () => waitForState(page, '[data-voice-state="idle"]'), {
    within: 10,
    otherwise: 'the extension did not mark the card as idle; does its content script run?',
  });
  await steps.take('click', () => card.getByRole('button', { name: 'Talk to Echo' }).click(), {
    within: 5,
    otherwise: 'the button could not be clicked.',
  });
  await steps.take('allowed', () => allow(browser), {
    within: 10,
    otherwise: 'the panel did not ask whether the conversation may start.',
  });
  await steps.take('signed URL', () => expectSuccess(untilSignedUrl()), {
    within: 10,
    otherwise: 'the extension did not ask the backend for a signed URL.',
  });
  await steps.take('connected', () => untilLive(page), {
    within: 12,
    otherwise: 'the card became neither listening nor speaking.',
  });
  await steps.take('first audio', () => browser.speaker.untilSound(), {
    within: 10,
    otherwise: 'no greeting was heard at the speaker.',
  });
}

/**
 * Says yes to the question in the panel, whether this site may start a conversation.
 * @param {Browser} browser
 */
async function allow({ context, extensionId }) {
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/panel.html`);
  await panel.getByRole('button', { name: 'This time' }).click();
  await panel.close();
}

/** @param {Promise<number>} answered */
async function expectSuccess(answered) {
  const status = await answered;
  if (status !== 200) throw new Error(`the backend answered ${status}.`);
}

/**
 * @param {import('playwright').Page} page
 * @param {string} state a selector
 */
async function waitForState(page, state) {
  await page.locator(`.voice-card${state}`).first().waitFor({ timeout: 0 });
}

/** @param {import('playwright').Page} page */
async function untilLive(page) {
  const state = `${LIVE}, .voice-card[data-voice-state="error"]`;
  await waitForState(page, state);
  const failed = await page.locator('.voice-card[data-voice-state="error"]').count();
  if (failed > 0) throw new Error('the card shows an error.');
}

/** @param {Scene} scene */
async function hearReply({ browser: { speaker }, page, steps, print }) {
  const replyStart = await steps.take(
    'greeting over',
    async () => {
      await speaker.untilQuiet(QUIET);
      return speaker.seconds();
    },
    { within: 20, otherwise: 'the greeting did not end.' },
  );
  const screenshot = join(RESULTS, 'page.png');
  await steps.take(
    'reply complete',
    async () => {
      await speaker.untilSound(replyStart);
      await page.screenshot({ path: screenshot });
      await speaker.untilQuiet(QUIET, replyStart);
    },
    { within: 40, otherwise: 'no reply was heard; was the microphone silent?' },
  );
  print(`Screenshot: ${screenshot}`);
  return speaker.recording(replyStart);
}

/** @param {Scene} scene */
async function showTranscript({ browser, steps, print }) {
  const transcript = await steps.take(
    'transcript',
    async () => {
      const popup = await browser.context.newPage();
      await popup.goto(`chrome-extension://${browser.extensionId}/popup.html`);
      const text = await popup.getByRole('log', { name: 'Transcript' }).innerText();
      await popup.close();
      return text;
    },
    { within: 10, otherwise: 'the popup shows no transcript.' },
  );
  print(`Transcript:\n${transcript.replace(/^/gm, '  ')}`);
}

/**
 * @param {Scene} scene
 * @param {import('./tape.js').Recording} reply
 * @param {string} expected
 */
async function judge({ print }, reply, expected) {
  const path = join(RESULTS, 'reply.wav');
  await writeWav(path, reply);
  print(`Recorded reply: ${path}`);
  const score = similarity(reply, await readWav(expected));
  print(`Similarity: ${score.toFixed(2)} (at least ${ENOUGH} is the same sentence)`);
  if (score >= ENOUGH) return;
  throw new StepFailure('Failed at "similarity": the reply is not the spoken sentence.');
}
