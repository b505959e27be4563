import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWav, writeWav } from './audio.js';
import { similarity } from './similarity.js';
import { StepFailure } from './steps.js';

/**
 * A browser in which the demo can run; each brings its own way to be driven.
 * @typedef {object} DemoBrowser
 * @property {string} name
 * @property {string} extensionOrigin where the extension's pages are, if the backend must be told
 * @property {string} invitation what a person is told to do
 * @property {() => Promise<void>} build
 * @property {(options: Options, atEnd: (end: () => unknown) => void) => Promise<() => Promise<Running>>} prepareMicrophone
 *   gives the way to start the browser with it
 */

/**
 * @typedef {object} Running
 * @property {(url: string, settings: { backendUrl: string, sites: string[] }) => Promise<Shown>} open configures the
 *   extension, then shows a page
 * @property {() => Promise<unknown>} untilClosed
 * @property {() => Promise<void>} close
 */

/**
 * The demo page, as a person has it before them.
 * @typedef {object} Shown
 * @property {import('./tape.js').Tape} speaker
 * @property {{ name: string, answer: () => Promise<void>, otherwise: string }[]} questions what follows a click on a card
 * @property {(...states: string[]) => Promise<string | null>} untilCardIs
 * @property {(button: string) => Promise<void>} press on the first card
 * @property {() => Promise<void>} speak
 * @property {() => Promise<Buffer>} screenshot a PNG
 * @property {() => Promise<string>} transcript
 */

/** @typedef {import('./demo-options.js').Options} Options */
/** @typedef {ReturnType<typeof import('./steps.js').createSteps>} Steps */
/**
 * @typedef {{ page: Shown, steps: Steps, print: (line: string) => void, results: string }} Scene
 *   `results`: the folder for what is heard and seen
 */

/** Seconds without sound that end a greeting or a reply. */
const QUIET = 0.7;
const ENOUGH = 0.6;

/**
 * Talks to the first card as a person would, and hears the reply.
 * @param {Scene} scene
 * @param {{ untilSignedUrl: () => Promise<number>, expected: string }} conversation `expected`: path of the WAV that must come back
 */
export async function talk(scene, { untilSignedUrl, expected }) {
  await mkdir(scene.results, { recursive: true });
  await connect(scene, untilSignedUrl);
  const reply = await hearReply(scene);
  await showTranscript(scene);
  await judge(scene, reply, expected);
}

/**
 * @param {Scene} scene
 * @param {() => Promise<number>} untilSignedUrl
 */
async function connect({ page, steps }, untilSignedUrl) {
  await steps.take('card found', () => page.untilCardIs('idle'), {
    within: 10,
    otherwise: 'the extension did not mark the card as idle; does its content script run?',
  });
  await steps.take('click', () => page.press('Talk to Echo'), {
    within: 5,
    otherwise: 'the button could not be clicked.',
  });
  for (const { name, answer, otherwise } of page.questions) {
    await steps.take(name, answer, { within: 10, otherwise });
  }
  await steps.take('signed URL', () => expectSuccess(untilSignedUrl()), {
    within: 10,
    otherwise: 'the extension did not ask the backend for a signed URL.',
  });
  await steps.take('connected', () => untilLive(page), {
    within: 12,
    otherwise: 'the card became neither listening nor speaking.',
  });
  await steps.take('first audio', () => page.speaker.untilSound(), {
    within: 10,
    otherwise: 'no greeting was heard at the speaker.',
  });
}

/** @param {Promise<number>} answered */
async function expectSuccess(answered) {
  const status = await answered;
  if (status !== 200) throw new Error(`the backend answered ${status}.`);
}

/** @param {Shown} page */
async function untilLive(page) {
  const state = await page.untilCardIs('listening', 'speaking', 'error');
  if (state === 'error') throw new Error('the card shows an error.');
}

/** @param {Scene} scene */
async function hearReply({ page, steps, print, results }) {
  const { speaker } = page;
  const replyStart = await steps.take(
    'greeting over',
    async () => {
      await speaker.untilQuiet(QUIET);
      return speaker.seconds();
    },
    { within: 20, otherwise: 'the greeting did not end.' },
  );
  const screenshot = join(results, 'page.png');
  await steps.take(
    'reply complete',
    async () => {
      await page.speak();
      await speaker.untilSound(replyStart);
      await writeFile(screenshot, await page.screenshot());
      await speaker.untilQuiet(QUIET, replyStart);
    },
    { within: 40, otherwise: 'no reply was heard; was the microphone silent?' },
  );
  print(`Screenshot: ${screenshot}`);
  return speaker.recording(replyStart);
}

/** @param {Scene} scene */
async function showTranscript({ page, steps, print }) {
  const transcript = await steps.take('transcript', () => page.transcript(), {
    within: 10,
    otherwise: 'no transcript is shown.',
  });
  print(`Transcript:\n${transcript.replace(/^/gm, '  ')}`);
}

/**
 * @param {Scene} scene
 * @param {import('./tape.js').Recording} reply
 * @param {string} expected
 */
async function judge({ print, results }, reply, expected) {
  const path = join(results, 'reply.wav');
  await writeWav(path, reply);
  print(`Recorded reply: ${path}`);
  const score = similarity(reply, await readWav(expected));
  print(`Similarity: ${score.toFixed(2)} (at least ${ENOUGH} is the same sentence)`);
  if (score >= ENOUGH) return;
  throw new StepFailure('Failed at "similarity": the reply is not the spoken sentence.');
}
