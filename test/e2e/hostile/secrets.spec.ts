import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { openPanel, transcript, write } from '../at-the-panel.ts';
import {
  WAYS,
  eavesdrop,
  letterFonts,
  load,
  plant,
  pry,
  wantedFonts,
} from '../../support/prying.ts';
import { DECOY, NEAR, SECRET } from '../../support/secret.ts';
import { evaluateInWorldOf } from '../../support/worlds.ts';
import {
  EXTENSION,
  type Stage,
  card,
  cardOn,
  clickTalk,
  expect,
  expectLive,
  expectState,
  test,
} from '../stage.ts';

test('a page learns the state of a card and nothing else: no word, no address, no file of the extension', async ({
  stage,
}) => {
  const fonts = letterFonts([...SECRET.letters, DECOY.letter]);
  const page = await stage.open(`${fonts}${card()}<i>${DECOY.letter}</i>`);
  await page.evaluate(eavesdrop);
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    for (const type of ['message', 'voicecard', 'error'])
      addEventListener(type, (event) => heard.push(event.type));
  });
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'speaking');
  await test.step('the page learns the state of a card and nothing else', () =>
    expectStateAlone(stage, page));
  await test.step('the address of a conversation is stored nowhere', () => expectNoAddress(stage));
  await test.step('a content script cannot read what is stored', () =>
    expectUnreadable(stage, page));
  await test.step('what is said in a conversation is found by nothing that a page can do', () =>
    expectUnheard(stage, page));
  await test.step('no file of the extension can be had by a page', () => expectNoFile(stage, page));
});

async function expectStateAlone(stage: Stage, page: Page): Promise<void> {
  const html = await page.content();
  expect(html).not.toContain('echo agent');
  expect(html).not.toContain('conversation_signature');
  expect(html).not.toContain(stage.browser.extensionId);
  const attributes = await cardOn(page).evaluate((element) => element.getAttributeNames());
  expect(attributes.toSorted()).toEqual(['class', 'data-agent-id', 'data-voice-state']);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  const resources = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(
    resources.filter((name) => name.includes('voice-sdk') || name.startsWith('chrome-extension:')),
  ).toEqual([]);
}

async function expectNoAddress(stage: Stage): Promise<void> {
  const worker = await stage.browser.worker();
  const stored = await worker.evaluate(async () => {
    const { local, session, sync } = chrome.storage;
    return JSON.stringify(await Promise.all([local.get(), session.get(), sync.get()]));
  });
  expect(stored).toContain('echo');
  expect(stored).not.toContain('conversation_signature');
}

async function expectUnreadable({ browser }: Stage, page: Page): Promise<void> {
  const read = await evaluateInWorldOf(
    browser.extensionId,
    page,
    `chrome.storage.local.get().then(() => 'read', (error) => String(error))`,
  );
  expect(read).toContain('Access to storage is not allowed from this context');
}

async function expectUnheard(stage: Stage, page: Page): Promise<void> {
  const panel = await openPanel(stage);
  await write(panel, SECRET.text);
  await expect(transcript(panel).getByText(SECRET.text)).toHaveCount(2);
  await page.bringToFront();
  await expectLive(cardOn(page));

  for (const word of [...SECRET.words, 'I am the echo agent'])
    expect(await page.evaluate(pry, { word, near: NEAR })).toEqual([]);
  expect(await page.evaluate(wantedFonts)).toEqual([DECOY.letter]);

  // Each of these ways does find what can be found.
  await page.evaluate(plant, DECOY.word);
  expect(await page.evaluate(pry, { word: DECOY.word, near: [...NEAR, DECOY.near] })).toEqual(WAYS);
}

async function expectNoFile(stage: Stage, page: Page): Promise<void> {
  const files = readdirSync(EXTENSION, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(EXTENSION.length));
  expect(files).toContain('/manifest.json');
  const root = `chrome-extension://${stage.browser.extensionId}`;
  const had = await page.evaluate(
    load,
    files.map((file) => root + file),
  );
  expect(had).toEqual([]);
}
