// Takes the pictures of the listings in both stores: `npm run screenshots:store`, after a change of what people see.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EXTENSION, buildExtension } from './build-extension.js';
import { dress } from './montage.js';
import { Scene } from './scene.js';
import { ROOT } from './set-up.js';

/** @typedef {import('./scene.js').Page} Page */
/** @typedef {{ picture: Buffer, left: number, top?: number, width: number }} Part */

const FOLDER = join(ROOT, 'docs', 'store', 'screenshots');
const LANGUAGES = ['en', 'de'];
/** What Chrome's store wants, in pixels. */
const WHOLE = { width: 1280, height: 800 };
const PANEL = { width: 400, height: WHOLE.height };
const PAGE = { width: WHOLE.width - PANEL.width, height: WHOLE.height };
const POPUP = { width: 360, height: 600 };
/** Where a browser shows the popup. */
const POPUP_AT = { left: WHOLE.width - POPUP.width - 24, top: 12 };
/** Longer than the greeting and the typing of a message. */
const LEAD_IN_SECONDS = 8;
/** Something that shows what an answer can look like: the echo agent says it back. */
const MESSAGE = 'Bring **two tickets** and the [museum map](https://museum.example/map).';

/**
 * A page in conversation beside its panel, and the popup over it.
 * @param {Scene} scene
 * @param {Album} album
 */
async function conversation(scene, album) {
  const page = await scene.openDemo();
  await page.setViewportSize(PAGE);
  const panel = await scene.openOwn('panel.html', PANEL);
  await scene.press(page);
  await panel.getByRole('log').getByText('Say something.').waitFor();
  const box = panel.getByRole('textbox', { name: album.words('composer_message') });
  await box.fill(MESSAGE);
  await box.press('Enter');
  await panel.getByRole('log').getByRole('link', { name: 'museum map' }).waitFor();
  // What was said aloud comes back as sound.
  await panel.getByText('You spoke for').waitFor();
  await album.save('1-conversation', await beside(page, panel));
  await page.setViewportSize(WHOLE);
  const popup = await scene.openOwn('popup.html', POPUP);
  await page.bringToFront();
  await popup.getByRole('list', { name: album.words('popup_cards') }).waitFor();
  await album.save('3-popup', [
    { picture: await page.screenshot(), left: 0, width: WHOLE.width },
    { picture: await popup.screenshot(), ...POPUP_AT, width: POPUP.width },
  ]);
}

/**
 * What is asked before an agent's first conversation on a site.
 * @param {Scene} scene
 * @param {Album} album
 */
async function question(scene, album) {
  await scene.forgetApprovals();
  const page = await scene.openDemo();
  await page.setViewportSize(PAGE);
  const panel = await scene.openOwn('panel.html', PANEL);
  await scene.press(page);
  await panel.getByRole('alertdialog').waitFor();
  await album.save('2-question', await beside(page, panel));
}

/**
 * @param {Scene} scene
 * @param {Album} album
 */
async function ownPages(scene, album) {
  const welcome = await scene.openOwn('welcome.html', WHOLE);
  await welcome.getByText(album.words('welcome_backend_connected')).waitFor();
  await welcome.getByText(album.words('welcome_heard')).waitFor();
  const width = WHOLE.width;
  await album.save('4-welcome', [{ picture: await welcome.screenshot(), left: 0, width }]);
  const options = await scene.openOwn('options.html', WHOLE);
  await options.getByText('museum.example').first().waitFor();
  await album.save('5-options', [{ picture: await options.screenshot(), left: 0, width }]);
}

/**
 * @param {Page} page
 * @param {Page} panel
 * @returns {Promise<Part[]>}
 */
async function beside(page, panel) {
  await dress(page, 'light');
  await dress(panel, 'light');
  return [
    { picture: await page.screenshot(), left: 0, width: PAGE.width },
    { picture: await panel.screenshot(), left: PAGE.width, width: PANEL.width },
  ];
}

/** The pictures of one language. */
class Album {
  /**
   * @param {string} language
   * @param {Record<string, { message: string }>} messages as the build has them
   * @param {Scene} scene
   */
  constructor(language, messages, scene) {
    this.folder = join(FOLDER, language);
    this.messages = messages;
    this.scene = scene;
  }

  /**
   * A text as a person sees it, up to its first placeholder.
   * @param {string} key
   */
  words(key) {
    const text = this.messages[key]?.message.split('$')[0]?.trim();
    if (!text) throw new Error(`There is no text called ${key}.`);
    return text;
  }

  /**
   * @param {string} name
   * @param {Part[]} parts
   */
  async save(name, parts) {
    const table = await this.scene.browser.context.newPage();
    await table.setViewportSize(WHOLE);
    await table.setContent(`<style>
      body { margin: 0; background: #fff }
      img { position: absolute }
      img + img { box-shadow: 0 2px 16px #0004 }
    </style>${parts.map(image).join('')}`);
    await table.screenshot({ path: join(this.folder, `${name}.png`) });
    await table.close();
    process.stdout.write(`${join(this.folder, name)}.png\n`);
  }
}

/** @param {Part} part */
function image({ picture, left, top = 0, width }) {
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  return `<img src="${source}" width="${width}" style="left: ${left}px; top: ${top}px" alt="" />`;
}

await buildExtension();
await rm(FOLDER, { recursive: true, force: true });
for (const language of LANGUAGES) {
  await mkdir(join(FOLDER, language), { recursive: true });
  const path = join(EXTENSION, '_locales', language, 'messages.json');
  const messages = JSON.parse(await readFile(path, 'utf8'));
  for (const shoot of [conversation, question, ownPages]) {
    const scene = await Scene.set({ language, scale: 1, leadInSeconds: LEAD_IN_SECONDS });
    const shot = shoot(scene, new Album(language, messages, scene));
    await shot.finally(() => scene.close());
  }
}
