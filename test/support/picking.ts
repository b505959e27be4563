import type { Frame, Page } from 'playwright/test';
import type { Stage } from '../e2e/stage.ts';
import { until } from './until.ts';

/** The picker on a page, once it is ready. */
export async function pickerOn(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().includes('/picker.html'));
  const isReady = async () => {
    const said = find()?.getByRole('status').first().textContent({ timeout: 1_000 });
    return (await said?.catch(() => null)) ?? '';
  };
  await until(isReady, 'the picker').not.toBe('');
  const frame = find();
  if (!frame) throw new Error('The picker has gone.');
  return frame;
}

/** Expects that there is no picker on a page, or none any more. */
export async function expectNoPicker(page: Page): Promise<void> {
  await until(() => page.frames().length).toBe(1);
}

/** Starts the picker with the keyboard shortcut, as the browser tells the extension of it. */
export async function pickByKey(stage: Stage, page: Page): Promise<Frame> {
  await page.bringToFront();
  const worker = await stage.browser.worker();
  await worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    const { onCommand } = chrome.commands;
    Reflect.get(onCommand, 'dispatch').call(onCommand, 'mark', tab);
  }, page.url());
  return pickerOn(page);
}

/** Starts the picker in the context menu of what the pointer is on. */
export async function pickByMenu(stage: Stage, page: Page, frameId = 0): Promise<void> {
  await page.bringToFront();
  const worker = await stage.browser.worker();
  await worker.evaluate(
    async ([url, frame]) => {
      const [tab] = await chrome.tabs.query({ url });
      const { onClicked } = chrome.contextMenus;
      const info = { menuItemId: 'mark', frameId: frame };
      Reflect.get(onClicked, 'dispatch').call(onClicked, info, tab);
    },
    [page.url(), frameId] as const,
  );
}
