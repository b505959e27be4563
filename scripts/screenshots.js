// Takes the pictures in assets/screenshots: `npm run screenshots`, after a change of what people see.
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension } from './build-extension.js';
import { LEAD_IN_SECONDS, cardPortraits } from './card-portraits.js';
import { dress, montage } from './montage.js';
import { PSEUDO_LOCALE, pseudoText } from './pseudo-locale.js';
import { Scene } from './scene.js';
import { ROOT } from './set-up.js';

/** @typedef {import('./scene.js').Page} Page */

const FOLDER = join(ROOT, 'assets', 'screenshots');
const LOOKS = /** @type {const} */ (['light', 'dark']);
const PANEL = { width: 380, height: 660 };
const PAGE = { width: 860, height: PANEL.height };
const POPUP = { width: 360, height: 600 };
/** Something that shows what an answer can look like: the echo agent says it back. */
const MESSAGE = 'Bring **two tickets** and the [museum map](https://museum.example/map).';
/** Longer than the greeting and the typing of a message. */
const LONGER_LEAD_IN_SECONDS = 8;

/**
 * A card's states in both looks, each in a browser of its own.
 * @param {Parameters<typeof Scene.set>[0]} options
 */
async function cards(options) {
  /** @type {import('./montage.js').Piece[][]} */
  const rows = [];
  for (const look of LOOKS) {
    await take(async (scene) => {
      rows.push(...(await cardPortraits(scene, look)));
      await save('cards', scene, rows);
    }, options);
  }
}

/**
 * A page in conversation beside its panel, as the browser shows them; the panel by itself; and the popup.
 * @param {Scene} scene
 */
async function conversation(scene) {
  const page = await scene.openDemo();
  await page.setViewportSize(PAGE);
  const panel = await scene.openOwn('panel.html', PANEL);
  await scene.press(page);
  await panel.getByRole('log').getByText('Say something.').waitFor();
  await write(panel, 'Message');
  // What was said aloud comes back as sound.
  await panel.getByText('You spoke for').waitFor();
  await dress(page, 'light');
  await dress(panel, 'light');
  const [left, right] = [await page.screenshot(), await panel.screenshot()];
  const pieces = [
    { picture: left, width: PAGE.width },
    { picture: right, width: PANEL.width },
  ];
  await save('conversation', scene, [pieces]);
  await writeFile(pathOf('panel-light'), right);
  await dress(panel, 'dark');
  await panel.screenshot({ path: pathOf('panel-dark') });
  const popup = await scene.openOwn('popup.html', POPUP);
  await page.bringToFront();
  await popup.getByRole('list', { name: 'Cards on this page' }).waitFor();
  await popup.screenshot({ path: pathOf('popup') });
}

/** @param {Scene} scene */
async function pages(scene) {
  const options = await scene.openOwn('options.html', { width: 1000, height: 900 });
  await options.getByText('museum.example').first().waitFor();
  await options.screenshot({ path: pathOf('options') });
  const welcome = await scene.openOwn('welcome.html', { width: 760, height: 900 });
  await welcome.getByText('Connected to').waitFor();
  await welcome.getByText('Voice Cards hears you.').waitFor();
  await welcome.screenshot({ path: pathOf('welcome') });
}

/** @param {Scene} scene */
async function rightToLeft(scene) {
  const page = await scene.openDemo();
  const panel = await scene.openOwn('panel.html', PANEL);
  await scene.press(page);
  await panel.getByRole('log').getByText('Say something.').waitFor();
  await write(panel, pseudoText('Message'));
  const popup = await scene.openOwn('popup.html', { ...POPUP, height: PANEL.height });
  await page.bringToFront();
  await popup.getByRole('list').getByText('Echo agent').first().waitFor();
  const pieces = [
    { picture: await popup.screenshot(), width: POPUP.width },
    { picture: await panel.screenshot(), width: PANEL.width },
  ];
  await save('right-to-left', scene, [pieces]);
}

/**
 * @param {Page} panel
 * @param {string} name what the text box is called
 */
async function write(panel, name) {
  const box = panel.getByRole('textbox', { name });
  await box.fill(MESSAGE);
  await box.press('Enter');
  await panel.getByRole('log').getByRole('link', { name: 'museum map' }).waitFor();
}

/**
 * @param {string} name
 * @param {Scene} scene
 * @param {import('./montage.js').Piece[][]} rows
 */
async function save(name, { browser }, rows) {
  const table = await browser.context.newPage();
  await montage(table, rows, { path: pathOf(name) });
  await table.close();
}

/** @param {string} name */
function pathOf(name) {
  return join(FOLDER, `${name}.png`);
}

/**
 * @param {(scene: Scene) => Promise<void>} shoot
 * @param {Parameters<typeof Scene.set>[0]} options
 */
async function take(shoot, options) {
  const scene = await Scene.set(options);
  await shoot(scene).finally(() => scene.close());
}

await buildExtension();
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER);
await cards({ leadInSeconds: LEAD_IN_SECONDS });
await take(conversation, { leadInSeconds: LONGER_LEAD_IN_SECONDS });
await take(pages, { leadInSeconds: LONGER_LEAD_IN_SECONDS });
await take(rightToLeft, { leadInSeconds: LONGER_LEAD_IN_SECONDS, language: PSEUDO_LOCALE });
const names = ['cards', 'conversation', 'panel-light', 'panel-dark', 'popup', 'options', 'welcome'];
for (const name of [...names, 'right-to-left']) {
  const { size } = await stat(pathOf(name));
  process.stdout.write(`assets/screenshots/${name}.png ${Math.round(size / 1000)} kB\n`);
}
