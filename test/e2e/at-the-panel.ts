import type { Locator, Page } from 'playwright/test';
import type { Stage } from './stage.ts';

/** Opens the panel in a tab, as wide as a browser makes it at its side. */
export async function openPanel(stage: Stage): Promise<Page> {
  const panel = await stage.openOwn('panel.html');
  await panel.setViewportSize({ width: 380, height: 720 });
  return panel;
}

/** What was said. */
export function transcript(panel: Page): Locator {
  return panel.getByRole('log', { name: 'Transcript' });
}

/** Where one writes. */
export function messageBox(panel: Page): Locator {
  return panel.getByRole('textbox', { name: 'Message' });
}

/** Writes something, and sends it. */
export async function write(panel: Page, text: string): Promise<void> {
  await messageBox(panel).fill(text);
  await messageBox(panel).press('Enter');
}

/** Presses a button by its name. */
export async function press(panel: Page, name: string): Promise<void> {
  await panel.getByRole('button', { name, exact: true }).click();
}
