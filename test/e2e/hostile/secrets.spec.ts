import { readdirSync } from 'node:fs';
import { join } from 'node:path';
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
import {
  EXTENSION,
  card,
  cardOn,
  clickTalk,
  expect,
  expectLive,
  expectState,
  test,
} from '../stage.ts';

test('the page learns the state of a card and nothing else', async ({ stage }) => {
  const page = await stage.open(card());
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    for (const type of ['message', 'voicecard', 'error'])
      addEventListener(type, (event) => heard.push(event.type));
  });
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'speaking');
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
});

test('what is said in a conversation is found by nothing that a page can do', async ({ stage }) => {
  const fonts = letterFonts([...SECRET.letters, DECOY.letter]);
  const page = await stage.open(`${fonts}${card()}<i>${DECOY.letter}</i>`);
  await page.evaluate(eavesdrop);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
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
});

test('the address of a conversation is stored nowhere', async ({ stage }) => {
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  const worker = await stage.browser.worker();
  const stored = await worker.evaluate(async () => {
    const { local, session, sync } = chrome.storage;
    return JSON.stringify(await Promise.all([local.get(), session.get(), sync.get()]));
  });
  expect(stored).toContain('echo');
  expect(stored).not.toContain('conversation_signature');
});

test('no file of the extension can be had by a page', async ({ stage }) => {
  const page = await stage.open('');
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
});
