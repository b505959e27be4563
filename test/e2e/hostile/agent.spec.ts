import type { Page } from 'playwright/test';
import { ANSWERS, LAST_ANSWER, TOOLS } from '../../support/agent-corpus.ts';
import { says } from '../../support/agent-says.ts';
import { betray, traces, watchForMore } from '../../support/injected.ts';
import { standIn } from '../../support/stand-in.ts';
import { transcript } from '../at-the-panel.ts';
import { type Stage, card, cardOn, clickTalk, expect, expectLive, test } from '../stage.ts';

test('nothing that an agent says or asks for runs, loads or leads anywhere, in the panel or in the popup', async ({
  stage,
}) => {
  const agent = says(TOOLS, [...ANSWERS, LAST_ANSWER]);
  const backend = await standIn({ echo: [agent.conduct] });
  await stage.set({ backendUrl: backend.url });
  const surfaces = [await watched(stage, 'panel.html'), await watched(stage, 'popup.html')];
  const page = await stage.open(card());
  const pages = () => stage.browser.context.pages().map((one) => one.url());
  const before = pages();
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  for (const { surface, wanted } of surfaces) {
    await surface.bringToFront();
    await expect(transcript(surface)).toContainText(LAST_ANSWER);
    expect(await surface.evaluate(traces)).toEqual({ ran: false, reported: [], strange: [] });
    expect(wanted).toEqual([]);
    // Had there been anything, it would have been seen.
    await surface.evaluate(betray);
    expect(await surface.evaluate(traces)).toEqual({
      ran: false,
      reported: ['img-src https://agent.evil.example/betrayal.png'],
      strange: [expect.stringContaining('<img')],
    });
  }
  // Of every tool, the agent hears that there is none.
  expect(agent.refused()).toEqual(TOOLS.map(() => true));
  expect(pages()).toEqual(before);
  expect(await page.content()).not.toContain('evil');
  expect(stage.browser.attempts).toEqual([]);
  backend.close();
});

/** A page of ours, and what it wants from elsewhere from now on. */
async function watched(stage: Stage, name: string): Promise<{ surface: Page; wanted: string[] }> {
  const surface = await stage.openOwn(name);
  const wanted: string[] = [];
  const isOurs = (url: string) =>
    url.startsWith('chrome-extension:') || url.startsWith('http://127.0.0.1:');
  surface.on('request', (request) => isOurs(request.url()) || wanted.push(request.url()));
  surface.on('dialog', (dialog) => wanted.push(dialog.message()));
  await surface.evaluate(watchForMore);
  return { surface, wanted };
}
