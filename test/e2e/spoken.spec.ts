import type { Locator } from 'playwright/test';
import { readWav } from '../../scripts/audio.js';
import { similarity } from '../../scripts/similarity.js';
import { CONDITIONS } from '../support/conditions.ts';
import { JOURNEYS, journey } from '../support/journeys.ts';
import {
  SENTENCE,
  type Stage,
  card,
  cardOn,
  clickTalk,
  expect,
  expectState,
  test,
} from './stage.ts';

/** At least this much of the sentence, 1 being all of it, is the same sentence. */
const SAME = 0.6;
/** Seconds without sound that end a greeting or a reply. */
const QUIET = 0.7;

// The greeting and the reply are heard to their ends, in real time.
test.use({ listens: true });

for (const { journey: id, headers, site, asks = false } of CONDITIONS) {
  test(JOURNEYS[id].what, journey(id), async ({ stage }) => {
    const page = await stage.open(card(), { headers, site });
    await expectSentenceBack(stage, cardOn(page), asks);
  });
}

test(JOURNEYS['spoken-frame'].what, journey('spoken-frame'), async ({ stage }) => {
  const inside = await stage.open(card());
  const frame = `<iframe sandbox="allow-scripts" src="${inside.url()}" width="400" height="300"></iframe>`;
  await inside.close();
  const page = await stage.open(frame);
  await expectSentenceBack(stage, page.frameLocator('iframe').locator('.voice-card'), true);
});

/** Talks to a card, and answers first where the document has no origin: hears the greeting, says the sentence, hears it back, and ends the conversation. */
async function expectSentenceBack(stage: Stage, where: Locator, asks = false): Promise<void> {
  const { browser, host } = stage;
  const { speaker } = browser;
  await clickTalk(where);
  if (asks) await stage.answer('This time');
  await expectState(where, 'speaking');
  await speaker.untilQuiet(QUIET);
  const greeted = speaker.seconds();
  await speaker.untilSound(greeted);
  await speaker.untilQuiet(QUIET, greeted);
  expect(similarity(speaker.recording(greeted), await readWav(SENTENCE))).toBeGreaterThan(SAME);
  await expectState(where, 'listening');

  await clickTalk(where);
  await expectState(where, 'idle');
  await expect.poll(() => host.liveTracks()).toBe(0);
}
