import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SENDERS } from '../../../core/messages.ts';
import { FIREFOX_ORIGIN } from '../../../scripts/firefox.js';
import { ANSWERS, LAST_ANSWER, TOOLS } from '../../support/agent-corpus.ts';
import { says } from '../../support/agent-says.ts';
import { bundle } from '../../support/bundle.ts';
import { COVERED } from '../../support/covered.ts';
import { betray, traces, watchForMore } from '../../support/injected.ts';
import { ECHO, leadKeys, makeUpClicks, sayEverything } from '../../support/made-up.ts';
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
import { standIn, takesCall } from '../../support/stand-in.ts';
import { restyle } from '../../support/wrecking.ts';
import { card, expect, test, until } from './stage.ts';
import { EXTENSION } from './world.ts';

test('a click on what a person cannot see leads to a question, by whatever trick, and to no call', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const eyes = await bundle('test/e2e/eyes.in-page.ts');
  for (const { html, tricks } of COVERED) {
    const page = await stage.openCard({}, `${html}<script>${eyes}</script>`);
    for (const [nth, { trick, caughtBy }] of tricks.entries()) {
      await test.step(trick, async () => {
        // As the extension's own eyes see it, in the page's stead.
        expect(await page.run((at) => window.eyes.catchOf(at), nth)).toBe(caughtBy);
        await page.click({ selector: `section:nth-of-type(${nth + 1}) .voice-mic-btn` });
        await until(() => page.cardState(nth)).toBe('asking');
        // Until the window is there to ask, another click for the same agent counts as this one.
        const asking = await stage.browser.showing('window.html');
        await until(() => asking.textOf('[role=alertdialog]')).not.toBe('');
      });
    }
    await page.close();
  }
  expect(backend.asked).toEqual([]);
  expect(await stage.browser.isMicrophoneOn()).toBe(false);
  backend.close();
});

test('what an agent says is words in the window, and found by nothing that a page can do', async ({
  stage: { browser, openCard, set },
}) => {
  const agent = says(TOOLS, [...ANSWERS, SECRET.text, LAST_ANSWER]);
  const { promise: isWatched, resolve: watched } = Promise.withResolvers<void>();
  const backend = await standIn({ echo: [agent.conduct] }, { ready: () => isWatched });
  await set({ backendUrl: backend.url });
  const fonts = letterFonts([...SECRET.letters, DECOY.letter]);
  const page = await openCard({}, `${fonts}${card()}<i>${DECOY.letter}</i>`);
  await page.run(eavesdrop);
  await page.press('Talk');
  const panel = await browser.showing('window.html');
  await panel.run(watchForMore);
  watched();
  await until(() => panel.textOf('[role=log]')).toContain(LAST_ANSWER);
  expect(await panel.run(traces)).toEqual({ ran: false, reported: [], strange: [] });
  expect(agent.refused()).toEqual(TOOLS.map(() => true));

  await page.show();
  for (const word of SECRET.words) expect(await page.run(pry, { word, near: NEAR })).toEqual([]);
  expect(await page.run(wantedFonts)).toEqual([DECOY.letter]);
  await page.run(plant, DECOY.word);
  const near = [...NEAR, DECOY.near];
  expect(await page.run(pry, { word: DECOY.word, near })).toEqual(WAYS);
  await panel.run(betray);
  expect((await panel.run(traces)).strange).toHaveLength(1);
  backend.close();
});

test('a page can have no file of the extension but the picker, and give no style to what is ours', async ({
  stage: { open },
}) => {
  const page = await open('<div class="voice-card" data-agent-id="echo">Bare</div>');
  await until(() => page.offersOurs('Talk to this agent')).toBe(true);
  const files = readdirSync(EXTENSION, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(EXTENSION.length));
  const addresses = files.map((file) => FIREFOX_ORIGIN + file);
  // No page knows that address before a person picks on it: each installation has one of its own.
  expect(await page.run(load, addresses)).toEqual([`${FIREFOX_ORIGIN}/picker.html`]);
  expect(await page.run(restyle, 'html > div')).toEqual([]);
});

test('nothing that a page makes up or says starts anything, and a key that it leads to a button is asked about', async ({
  stage: { open, set },
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await set({ backendUrl: backend.url });
  const page = await open(`<p contenteditable></p>${card()}${ECHO}`);
  await until(() => page.cardState()).toBe('idle');
  await page.run(makeUpClicks);
  await page.run(sayEverything, Object.keys(SENDERS));
  expect(await page.cardState()).toBe('idle');

  await page.run(leadKeys);
  await page.click({ selector: 'p' });
  await page.keys('A', 'n', 'n');
  await until(() => page.run(() => document.activeElement?.className)).toBe('voice-mic-btn');
  await page.keys('Enter');
  await until(() => page.cardState()).toBe('asking');
  expect(backend.asked).toEqual([]);
  backend.close();
});

test('on a site where voice is off nothing of the extension is there', async ({
  stage: { open, openCard },
}) => {
  const page = await open(card(), { site: 'http://elsewhere.test' });
  await openCard();
  await page.press('Talk');
  expect(await page.run(() => document.querySelector('[data-voice-state], html > div'))).toBe(null);
});
