import { once } from 'node:events';
import { createServer } from 'node:http';
import { dress, nextFrames } from './montage.js';
import { portOf } from './tripwire.js';

/** @typedef {import('./montage.js').Look} Look */
/** @typedef {import('./montage.js').Piece} Piece */
/** @typedef {import('./scene.js').Page} Page */
/** @typedef {import('./scene.js').Scene} Scene */

/** What belongs to a card's picture around it, below all: its pill, or why it failed. In pixels. */
const AROUND = { side: 14, below: 112 };
/** When the person speaks, after the call began; the greeting is over then. */
const SPEAKS_AFTER_MS = 7_000;
/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';

/** Seconds of silence before somebody speaks. */
export const LEAD_IN_SECONDS = 6;

/**
 * A card in each of its states, three to a row.
 * @param {Scene} scene
 * @param {Look} look
 * @returns {Promise<Piece[][]>}
 */
export async function cardPortraits(scene, look) {
  const page = await scene.openDemo();
  await page.addStyleTag({ content: 'footer { visibility: hidden }' });
  await dress(page, look);
  const ready = await portrait(page, 'ready, with the extension’s own button', 1);
  const waiting = await connecting(scene, page);
  const [speaking, listening, muted] = await talking(scene, page);
  const failed = await failing(scene, page);
  await page.close();
  return [
    [ready, waiting, speaking],
    [listening, muted, failed],
  ];
}

/**
 * @param {Scene} scene
 * @param {Page} page
 */
async function connecting(scene, page) {
  const silent = createServer(() => {});
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  await scene.moveBackend(`http://127.0.0.1:${portOf(silent)}`);
  await scene.press(page);
  await untilState(page, 'connecting');
  const taken = await portrait(page, 'connecting');
  await scene.press(page);
  await untilState(page, 'idle');
  silent.closeAllConnections();
  silent.close();
  return taken;
}

/**
 * @param {Scene} scene
 * @param {Page} page
 * @returns {Promise<[Piece, Piece, Piece]>}
 */
async function talking(scene, page) {
  await scene.moveBackend();
  const panel = await scene.openOwn('panel.html', { width: 380, height: 640 });
  await scene.press(page);
  await untilState(page, 'speaking');
  const heard = page.waitForTimeout(SPEAKS_AFTER_MS);
  const speaking = await portrait(page, 'speaking');
  await untilState(page, 'listening');
  await heard;
  const listening = await portrait(page, 'listening');
  const mute = { name: 'Mute microphone' };
  await panel.getByRole('button', mute).click();
  await panel.getByRole('button', { ...mute, pressed: true }).waitFor();
  await untilState(page, 'listening');
  const muted = await portrait(page, 'muted');
  await panel.close();
  await scene.press(page);
  await untilState(page, 'idle');
  return [speaking, listening, muted];
}

/**
 * @param {Scene} scene
 * @param {Page} page
 */
async function failing(scene, page) {
  await scene.moveBackend(NOWHERE);
  await scene.press(page);
  await untilState(page, 'error');
  const taken = await portrait(page, 'an error, and what can be done');
  await scene.moveBackend();
  return taken;
}

/**
 * A card as it looks now.
 * @param {Page} page
 * @param {string} caption
 * @returns {Promise<Piece>}
 */
async function portrait(page, caption, nth = 0) {
  await nextFrames(page, 12);
  const box = await page.locator('.voice-card').nth(nth).boundingBox();
  if (!box) throw new Error('The card is not on the page.');
  const { side, below } = AROUND;
  const clip = {
    x: box.x - side,
    y: box.y - side,
    width: box.width + 2 * side,
    height: box.height + side + below,
  };
  return { picture: await page.screenshot({ clip }), width: clip.width, caption };
}

/**
 * @param {Page} page
 * @param {string} state
 */
async function untilState(page, state) {
  await page.locator(`.voice-card[data-voice-state="${state}"]`).first().waitFor();
}
