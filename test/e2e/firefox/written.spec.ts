import { journey } from '../../support/journeys.ts';
import { expect, test, until } from './stage.ts';
import { KEY } from './view.ts';

const WRITTEN =
  '<div class="voice-card" data-agent-id="echo" data-text-only><button class="voice-mic-btn">Talk</button></div>';

test.use({ microphone: 'prompt' });

test(
  'a card in writing asks for no microphone, and one goes on by voice with what was written',
  journey('text'),
  async ({ stage: { browser, openCard } }) => {
    const page = await openCard({}, WRITTEN);
    await page.press('Talk');
    const panel = await browser.showing('window.html');
    await until(() => panel.textOf('[role=status]')).toContain('Your turn');
    await panel.fill('Message', 'I begin in writing.');
    await panel.keys(KEY.enter);
    const log = () => panel.textOf('[role=log]');
    await until(log).toMatch(/You\s.*\s+I begin in writing\.[^]*Echo agent\s.*\s+I begin in wr/);
    expect(await browser.microphoneQuestion()).toBeNull();
    expect(await browser.isMicrophoneOn()).toBe(false);

    await panel.press('Continue by voice');
    await browser.answerMicrophone('allow');
    await until(log).toContain('The conversation goes on by voice.');
    await until(() => panel.textOf('[role=status]')).toMatch(/Speaking|Listening/);
    expect(await browser.isMicrophoneOn()).toBe(true);
    await panel.fill('Message', '/recall');
    await panel.keys(KEY.enter);
    await until(log).toMatch(/conversation began in writing[^]*User: I begin in writing\./);
    await panel.press('End conversation');
    await until(() => page.cardState()).toBe('idle');
  },
);
