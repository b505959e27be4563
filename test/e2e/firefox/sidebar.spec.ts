import { journey } from '../../support/journeys.ts';
import { Sidebar } from './sidebar.ts';
import { expect, test, until } from './stage.ts';

test(
  'the sidebar shows what the conversation window shows, ends it there, and starts the next',
  journey('sidebar'),
  async ({ stage: { browser, openCard } }) => {
    const page = await openCard();
    await browser.openSidebar();
    const sidebar = new Sidebar(await browser.backstage());
    await until(() => sidebar.text()).toContain('No conversation');
    expect(await sidebar.excess()).toBe(0);

    await page.press('Talk');
    await until(() => sidebar.text()).toContain('Hello! I am the echo agent.');
    expect(await sidebar.excess()).toBe(0);
    await sidebar.press('End conversation');
    await until(() => page.cardState()).toBe('idle');
    expect(await browser.isMicrophoneOn()).toBe(false);

    await (await browser.showing('window.html')).close();
    await sidebar.press('Call again');
    await until(() => page.cardState()).toBe('speaking');
    expect(await browser.allShowing('window.html')).toHaveLength(1);
  },
);
