import { CONDITIONS } from '../../support/conditions.ts';
import { JOURNEYS, journey } from '../../support/journeys.ts';
import type { CardPage } from './card-page.ts';
import { SAME, saySentence } from './speech.ts';
import { type Stage, card, expect, test, until } from './stage.ts';

for (const { journey: id, headers, site, asks = false } of CONDITIONS) {
  test(JOURNEYS[id].what, journey(id), async ({ stage }) => {
    const page = await stage.openCard({ headers, site });
    await expectSentenceBack(stage, page, asks);
  });
}

test(JOURNEYS['spoken-frame'].what, journey('spoken-frame'), async ({ stage }) => {
  const inside = await (await stage.open(card())).address();
  const page = await stage.open(
    `<iframe sandbox="allow-scripts" src="${inside}" width="400" height="300"></iframe>`,
  );
  const frame = page.frame({ selector: 'iframe' });
  await until(() => frame.cardState()).toBe('idle');
  await expectSentenceBack(stage, frame, true);
});

/** Talks to a card, and answers first where the document has no origin: hears the greeting, says the sentence, hears it back, and ends the conversation. */
async function expectSentenceBack(stage: Stage, page: CardPage, asks: boolean): Promise<void> {
  const { browser, pulse } = stage;
  await page.press('Talk');
  const panel = await browser.showing('window.html');
  if (asks) await panel.press('This time');
  await until(() => page.cardState()).toBe('speaking');
  expect(await browser.isMicrophoneOn()).toBe(true);
  expect(await saySentence(pulse)).toBeGreaterThan(SAME);
  await until(() => page.cardState()).toBe('listening');
  expect(await panel.textOf('[role=log]')).toMatch(
    /^Echo agent\s.*\s+Hello! .*\s+You\s.*\s+\(2\.\d s of speech\)\s+Echo agent\s.*\s+You spoke for/,
  );

  await page.press('Talk');
  await until(() => page.cardState()).toBe('idle');
  expect(await browser.isMicrophoneOn()).toBe(false);
}
