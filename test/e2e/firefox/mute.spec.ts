import { resolve } from 'node:path';
import { journey } from '../../support/journeys.ts';
import { SENTENCE } from '../stage.ts';
import { expect, test, until } from './stage.ts';

/** Another sentence, longer by more than half a second. */
const OTHER = resolve('test/support/sounds/other.wav');

test(
  'what is said while muted reaches nobody, and what is said afterwards does',
  journey('mute'),
  async ({ stage: { browser, pulse, openCard } }) => {
    const page = await openCard();
    await page.press('Talk');
    await until(() => page.cardState()).toBe('speaking');
    await page.pressOurs('Mute microphone');
    const panel = await browser.showing('window.html');
    await until(() => panel.textOf('[role=status]')).toContain('Microphone muted');
    await pulse.say(SENTENCE);
    await page.pressOurs('Unmute microphone');
    await until(() => panel.textOf('[role=status]')).not.toContain('Microphone muted');
    await pulse.say(OTHER);
    const said = async () => (await panel.textOf('[role=log]')).match(/\(.* s of speech\)/g);
    await until(said).toEqual([expect.stringMatching(/^\((2\.[89]|3\.\d) s/)]);
  },
);
