import { card } from '../stage.ts';
import { expect, test } from './stage.ts';

const STRICT = { headers: { 'content-security-policy': "default-src 'none'" } };
/** A card without a button of its own. */
const BARE = '<div class="voice-card" data-agent-id="echo"><p>echo</p></div>';

test('one window serves one conversation after the other, and asks once', async ({
  stage: { browser, open, later },
}) => {
  const page = await open(card(), { ...STRICT, site: 'http://plain.test' });
  await page.press('Talk');
  await browser.answerMicrophone('allow');
  await expect.poll(() => page.cardState()).toBe('speaking');
  const panel = await browser.showing('window.html');
  await panel.press('End conversation');
  await expect.poll(() => page.cardState()).toBe('idle');
  expect(await browser.isMicrophoneOn()).toBe(false);
  expect(await panel.text()).toContain('Conversation ended');

  await later();
  await page.press('Talk');
  await expect.poll(() => page.cardState()).toBe('speaking');
  expect(await browser.microphoneQuestion()).toBeNull();
  expect(await browser.allShowing('window.html')).toHaveLength(1);
  expect(await panel.text()).toContain('Closing this window ends the conversation.');
  await page.press('Talk');
  await expect.poll(() => page.cardState()).toBe('idle');
});

test('our own button starts a call, and a blocked microphone is said beside the card', async ({
  stage: { browser, open },
}) => {
  const page = await open(BARE, STRICT);
  await page.pressOurs('Talk to this agent');
  await browser.answerMicrophone('block');
  await expect.poll(() => page.cardState()).toBe('error');
  const blocked = 'The microphone is blocked for Voice Cards.';
  await expect.poll(() => page.note()).toBe(blocked);
  const panel = await browser.showing('window.html');
  expect(await panel.text()).toContain(blocked);
});

test('a window closed before its question was answered leaves nothing behind', async ({
  stage: { browser, open },
}) => {
  const page = await open(card());
  await page.press('Talk');
  await expect.poll(() => browser.microphoneQuestion()).toContain('Voice Cards');
  await (await browser.showing('window.html')).close();
  await expect.poll(() => page.note()).toContain('its window was closed');

  await page.press('Talk');
  await browser.answerMicrophone('allow');
  await expect.poll(() => page.cardState()).toBe('speaking');
});

test('a computer without a loudspeaker is told so, and the call given up', async ({
  stage: { browser, pulse, open },
}) => {
  const page = await open(card());
  await pulse.unplugSpeaker();
  await page.press('Talk');
  await browser.answerMicrophone('allow');
  await expect.poll(() => page.cardState(), { timeout: 15_000 }).toBe('error');
  const silent = "This computer's sound did not start. Check its speakers and try again.";
  await expect.poll(() => page.note()).toBe(silent);
  expect(await browser.isMicrophoneOn()).toBe(false);
});
