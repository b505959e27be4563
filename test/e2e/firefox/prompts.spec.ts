import { journey } from '../../support/journeys.ts';
import { card, expect, test, until } from './stage.ts';

test.use({ microphone: 'prompt', sites: [], approved: [] });

test(
  "Firefox's own questions for the site and the microphone are answered, and the card talks",
  journey('prompts'),
  async ({ stage: { browser, backendUrl, open } }) => {
    const options = await browser.openOwn('options.html');
    await options.fill('Backend URL', backendUrl);
    await options.press('Save');
    expect(await browser.answerPermission('allow')).toContain('127.0.0.1');
    await until(() => options.text()).toContain('Echo agent');

    const page = await open(card());
    expect(await page.cardState()).toBe(null);
    const popup = await browser.openOwn(`popup.html?tab=${await browser.tabAt(page)}`);
    await until(() => popup.text()).toContain('Voice on 127.0.0.1');
    await popup.press('Voice on 127.0.0.1');
    await until(() => page.cardState()).toBe('idle');

    await page.press('Talk');
    await (await browser.showing('window.html')).press('This time');
    await browser.answerMicrophone('allow');
    await until(() => page.cardState()).toMatch(/listening|speaking/);
    expect(await browser.isMicrophoneOn()).toBe(true);
  },
);
