import { readWav } from '../../../scripts/audio.js';
import { similarity } from '../../../scripts/similarity.js';
import { SENTENCE, card } from '../stage.ts';
import { expect, test } from './stage.ts';

/** At least this much of the sentence, 1 being all of it, is the same sentence. */
const SAME = 0.6;
/** Seconds without sound that end a greeting or a reply. */
const QUIET = 0.7;

test('a spoken sentence comes back through the conversation window, and closing it ends the call', async ({
  stage: { browser, pulse, open },
}) => {
  const page = await open(card());
  await page.press('Talk');
  const panel = await browser.showing('window.html');
  await expect.poll(() => browser.microphoneQuestion()).toContain('Allow Voice Cards to use your');
  expect(await page.cardState()).toBe('connecting');
  await browser.answerMicrophone('allow');

  await expect.poll(() => page.cardState()).toBe('speaking');
  expect(await browser.isMicrophoneOn()).toBe(true);
  await pulse.speaker.untilSound();
  await pulse.speaker.untilQuiet(QUIET);
  const greeted = pulse.speaker.seconds();
  await pulse.say(SENTENCE);
  await pulse.speaker.untilSound(greeted);
  await pulse.speaker.untilQuiet(QUIET, greeted);
  const score = similarity(pulse.speaker.recording(greeted), await readWav(SENTENCE));
  process.stdout.write(`similarity of what Firefox played: ${score.toFixed(2)}\n`);
  expect(score).toBeGreaterThan(SAME);
  await expect.poll(() => page.cardState()).toBe('listening');
  expect(await panel.textOf('[role=log]')).toMatch(
    /^Echo agent\s.*\s+Hello! .*\s+You\s.*\s+\(2\.\d s of speech\)\s+Echo agent\s.*\s+You spoke for/,
  );

  await panel.close();
  await expect
    .poll(() => page.note())
    .toContain('The conversation ended because its window was closed.');
  expect(await page.cardState()).toBe('error');
  expect(await browser.isMicrophoneOn()).toBe(false);
});
