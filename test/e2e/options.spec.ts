import type { Page } from 'playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from './stage.ts';

const APPROVALS = [
  { site: 'http://127.0.0.1', agentId: 'echo', name: 'Echo agent', at: Date.UTC(2026, 0, 5, 12) },
  { site: 'https://shop.example', agentId: 'agent_of_the_shop', name: null, at: 0 },
];

const SECTIONS = ['Backend', 'Sites', 'Cards', 'Marked cards', 'Privacy', 'Shortcuts', 'About'];

function region(options: Page, name: string) {
  return options.getByRole('region', { name, exact: true });
}

test('every section has an address, and the keyboard goes there; approvals, sound, shortcuts and diagnostics are shown, changed and brought back', async ({
  stage,
  backend,
}) => {
  await stage.set({ approvals: APPROVALS, opensPanel: true });
  const options = await stage.openOwn('options.html#sound');
  const undo = options.getByRole('button', { name: 'Undo' });

  await test.step('every section has an address, and the keyboard goes there', async () => {
    await expect(region(options, 'Microphone and sound')).toBeFocused();
    await expect(region(options, 'Microphone and sound')).toBeInViewport();
    const contents = options.getByRole('navigation', { name: 'Sections' });
    for (const name of SECTIONS) {
      const link = contents.getByRole('link', { name, exact: true });
      await link.click();
      await expect(region(options, name)).toBeFocused();
      await expect(link).toHaveAttribute('aria-current', 'location');
    }
    expect(new URL(options.url()).hash).toBe('#about');
    await options.goBack();
    await expect(region(options, 'Shortcuts')).toBeFocused();
  });

  await test.step('the shortcuts are listed with the keys the browser gave them', async () => {
    const list = options.getByRole('list', { name: 'Shortcuts' });
    await expect(list.getByRole('listitem')).toHaveText([
      /^Start or end a conversation.*Alt\+Shift\+V$/,
      /^Mute.*Alt\+Shift\+M$/,
      /^Stop the agent.*Alt\+Shift\+H$/,
      /^End everything.*Alt\+Shift\+Q$/,
      /^Push to talk.*Not set$/,
      /^Mark an element.*Not set$/,
    ]);
  });

  await test.step('an approval is listed, can be revoked, and brought back', async () => {
    const list = options.getByRole('list', { name: 'Conversations allowed without asking' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await expect(list).toContainText('127.0.0.1, since Jan 5, 2026');
    await expect(list).toContainText('agent_of_the_shop');
    await options.getByRole('button', { name: 'Revoke Echo agent on 127.0.0.1' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(options.getByText('Echo agent has to ask again on 127.0.0.1.')).toBeVisible();
    await expect(undo).toBeFocused();
    await expectAccessible(options);
    await options.keyboard.press('Enter');
    await expect(list).toContainText('Echo agent');
    await options.reload();
    await expect(list.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('what is chosen for sound is kept, and all settings go back to their defaults at once', async () => {
    await options.getByRole('combobox', { name: 'Microphone' }).selectOption({ index: 1 });
    await options.getByRole('slider', { name: 'Volume of the agent' }).fill('40');
    const panel = options.getByRole('switch', { name: 'Open the panel with a conversation' });
    await panel.click();
    await expect(panel).not.toBeChecked();
    const chosen = await options.getByRole('combobox', { name: 'Microphone' }).inputValue();
    expect(chosen).not.toBe('');

    await options.getByRole('button', { name: 'Reset all settings' }).click();
    await expect(options.getByRole('combobox', { name: 'Microphone' })).toHaveValue('');
    await expect(panel).toBeChecked();
    await expect(options.getByText('No sites yet.')).toBeVisible();
    await undo.click();
    await expect(options.getByRole('combobox', { name: 'Microphone' })).toHaveValue(chosen);
    await expect(options.getByRole('slider', { name: 'Volume of the agent' })).toHaveValue('40');
    await expect(options.getByRole('button', { name: 'Remove 127.0.0.1' })).toBeVisible();
  });

  await test.step('the diagnostics that are copied tell versions, numbers and events, and no words, addresses or ids', async () => {
    await options.getByRole('button', { name: 'Remove 127.0.0.1' }).click();
    await options.getByRole('button', { name: 'Copy diagnostics' }).click();
    await expect(region(options, 'About').getByText('Copied', { exact: true })).toBeVisible();
    // Pasted as a person would; the box makes one line of it.
    const box = options.getByRole('textbox', { name: 'Card selector' });
    await box.fill('');
    await box.press('ControlOrMeta+v');
    const text = await box.inputValue();
    expect(JSON.parse(text)).toMatchObject({
      version: '0.1.0',
      browser: expect.stringMatching(/^(Headless)?Chrome\/\d/),
      permissions: expect.arrayContaining(['storage', 'contextMenus']),
      settings: { sites: 1, approvals: 2, backend: 'changed' },
      events: expect.arrayContaining([expect.stringMatching(/ site disabled$/)]),
    });
    expect(text).not.toMatch(/https?:|127\.0\.0\.1|shop|echo/i);
    expect(text).not.toContain(stage.browser.extensionId);
    expect(text).not.toContain(new URL(backend.url).port);
  });
});
