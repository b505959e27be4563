import { journey } from '../../support/journeys.ts';
import { expect, test, until } from './stage.ts';

test.use({ microphone: 'prompt', sites: [], approved: [] });

test(
  'an installation leads to the welcome page, and its steps to a call that works',
  journey('installation', 'welcome'),
  async ({ stage: { browser, set } }) => {
    expect(await browser.complaints()).toEqual([]);
    const welcome = await browser.showing('welcome.html');
    await until(() => welcome.text()).toContain('1 of 4 steps done');
    expect(await welcome.text()).toMatch(/Voice backend[^]*Connected to 127\.0\.0\.1:\d+, 1 agent/);
    await welcome.press('Allow microphone');
    await browser.answerMicrophone('allow');
    await until(() => welcome.text()).toContain('2 of 4 steps done');
    await until(() => browser.isMicrophoneOn()).toBe(true);

    await welcome.press('Make a test call');
    await until(() => welcome.text()).toContain('The call went through.');
    await welcome.press('End test call');
    await until(() => welcome.offers('Make a test call')).toBe(true);
    await set({ sites: ['http://127.0.0.1'] });
    await until(() => welcome.text()).toContain("You're ready");
  },
);
