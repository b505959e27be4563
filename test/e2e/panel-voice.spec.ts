import type { Page } from 'playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { openPanel, press, transcript } from './at-the-panel.ts';
import { expectReleased } from '../support/released.ts';
import { card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';
import { until } from '../support/until.ts';

/** How long a muted microphone stays open, in milliseconds. */
const MUTED_MS = 30_000;

test('one sees how it stands, mutes for real, stops the agent, and speaks while holding a button; volume and devices change at once, devices for this site alone; an unplugged one gives way', async ({
  stage,
}) => {
  const panel = await openPanel(stage);
  // The bars of the levels are motion.
  await panel.emulateMedia({ reducedMotion: 'no-preference' });
  const other = await stage.open(card(), { site: 'http://plain.test' });
  await talk(await stage.open(card()), panel);
  const status = panel.getByRole('status');
  const mute = panel.getByRole('button', { name: 'Mute microphone' });
  const hold = panel.getByRole('button', { name: 'Hold to talk' });
  await test.step('one sees how it stands, and stops the agent', async () => {
    await expect(status).toContainText('Speaking');
    await until(() => tallestBar(panel, 'agent')).toBeGreaterThan(0.3);
    await press(panel, 'Stop speaking');
    await expect(status).toContainText('Listening: your turn');
    await expect(panel.getByRole('button', { name: 'Stop speaking' })).toBeDisabled();
    await until(() => tallestBar(panel, 'agent')).toBeLessThan(0.2);
    await expect(panel.getByRole('timer', { name: 'Elapsed time' })).toHaveText(/^\d\d:\d\d$/);
    await expect(panel.getByText(/^Round trip to the agent \d+ ms$/)).toBeVisible();
  });

  await test.step('mutes for real', async () => {
    await mute.click();
    await expect(mute).toHaveAttribute('aria-pressed', 'true');
    await expect(status).toContainText('Microphone muted');
    await until(() => stage.host.hearingTracks()).toBe(0);
    expect(await stage.host.liveTracks()).toBe(1);
    await stage.host.rings(MUTED_MS);
    await until(() => stage.host.liveTracks()).toBe(0);
    await mute.click();
    await expect(status).not.toContainText('Microphone muted');
    await until(() => stage.host.hearingTracks()).toBe(1);
  });

  const output = await test.step('volume and devices change at once', async () => {
    const volume = panel.getByRole('slider', { name: 'Volume' });
    await volume.fill('40');
    await expect(volume).toHaveAttribute('aria-valuetext', '40%');
    await until(() => stage.host.asLoudAs(0.4)).toBe(1);
    await press(panel, 'Devices');
    const microphone = panel.getByRole('combobox', { name: 'Microphone' });
    await expect(microphone).toHaveValue('');
    await microphone.selectOption('Fake Audio Input 2');
    await until(() => stage.host.microphones()).toEqual(['Fake Audio Input 2']);
    const speaker = panel.getByRole('combobox', { name: 'Speaker' });
    await speaker.selectOption('Fake Audio Output 2');
    const chosen = await speaker.inputValue();
    await until(() => stage.host.playingOn(chosen)).toBe(1);
    return chosen;
  });

  await test.step('speaks while holding a button', async () => {
    const push = panel.getByRole('button', { name: 'Push to talk' });
    await push.click();
    await expect(push).toHaveAttribute('aria-pressed', 'true');
    await expect(status).toContainText('Microphone muted');
    await hold.hover();
    await panel.mouse.down();
    await expect(hold).toHaveAttribute('aria-pressed', 'true');
    await expect(status).not.toContainText('Microphone muted');
    await panel.mouse.move(5, 5);
    await panel.mouse.up();
    await expect(status).toContainText('Microphone muted');
    await hold.focus();
    await panel.keyboard.down(' ');
    await expect(status).not.toContainText('Microphone muted');
    await until(() => stage.host.liveTracks()).toBe(1);
    await panel.keyboard.up(' ');
    await expect(status).toContainText('Microphone muted');
    await expectAccessible(panel);
  });

  await test.step('the next call is not muted, and has the same volume and devices', async () => {
    await press(panel, 'End conversation');
    await expectReleased(stage);
    await expect(panel.getByRole('textbox', { name: 'Message' })).toBeFocused();
    await press(panel, 'Call again');
    await expect(status).toContainText(/Speaking|Listening/);
    await expect(status).not.toContainText('Microphone muted');
    await expect(mute).toHaveAttribute('aria-pressed', 'false');
    await expect(hold).toBeHidden();
    await until(() => stage.host.microphones()).toEqual(['Fake Audio Input 2']);
    await until(() => stage.host.playingOn(output)).toBe(1);
    await until(() => stage.host.asLoudAs(0.4)).toBe(1);
  });

  await test.step('a microphone that is unplugged gives way to the default one', async () => {
    await stage.host.unplugMicrophone();
    await expect(transcript(panel)).toContainText(
      'The microphone went away. The default one is used instead.',
    );
    await expect(status).toContainText('The microphone went away.');
    await until(() => stage.host.microphones()).toEqual(['Fake Default Audio Input']);
    await press(panel, 'End conversation');
    await expectReleased(stage);
  });

  await test.step('another site has devices of its own', async () => {
    await talk(other, panel);
    await until(() => stage.host.microphones()).toEqual(['Fake Default Audio Input']);
    await until(() => stage.host.playingOn('')).toBe(1);
  });
});

/** Starts a conversation from the card of a page, and comes back to the panel. */
async function talk(page: Page, panel: Page): Promise<void> {
  await page.bringToFront();
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await panel.bringToFront();
}

/** How much of the height for one side's sound its greatest bar takes. */
async function tallestBar(panel: Page, side: 'user' | 'agent'): Promise<number> {
  return panel.locator(`canvas.${side}`).evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? {};
    const isInked = (y: number) => {
      const row = data.slice(y * width * 4, (y + 1) * width * 4);
      return row.some((value, i) => i % 4 === 3 && value > 0);
    };
    return Array.from({ length: height }, (_, y) => y).filter(isInked).length / height;
  });
}
