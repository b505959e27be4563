import { journey } from '../../support/journeys.ts';
import { expect, test, until } from './stage.ts';

test(
  'the popup switches voice off and on, tells of the conversation, and ends it',
  journey('popup'),
  async ({ stage: { browser, openCard } }) => {
    const page = await openCard();
    await page.run(() => Reflect.set(window, 'notReloaded', true));
    const popup = await browser.openOwn(`popup.html?tab=${await browser.tabAt(page)}`);
    await until(() => popup.isOn('Voice on 127.0.0.1')).toBe(true);
    await popup.press('Voice on 127.0.0.1');
    await until(() => page.cardState()).toBe(null);
    expect(await popup.isOn('Voice on 127.0.0.1')).toBe(false);
    await popup.press('Voice on 127.0.0.1');
    await until(() => page.cardState()).toBe('idle');

    await page.press('Talk');
    await until(() => page.cardState()).toBe('speaking');
    await until(() => popup.text()).toMatch(/Echo agent\s+Speaking[^]*Hello! I am the echo agent/);
    await popup.press('End conversation');
    await until(() => page.cardState()).toBe('idle');
    await until(() => popup.text()).toMatch(/Conversation ended[^]*Hello! I am the echo agent/);
    expect(await browser.isMicrophoneOn()).toBe(false);
    expect(await page.run(() => Reflect.get(window, 'notReloaded'))).toBe(true);
  },
);
