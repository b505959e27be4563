import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginPicking, showPicker, startPicking } from '../../../entrypoints/background/picking.ts';

const URL_HERE = 'https://shop.example/plans';
const HERE = { tab: { id: 7, url: URL_HERE }, frameId: 0, url: URL_HERE };

const executeScript = vi.fn<() => Promise<void>>();

beforeEach(() => {
  fakeBrowser.reset();
  executeScript.mockResolvedValue();
  Object.assign(fakeBrowser, { scripting: { executeScript } });
});

test('a picker begins where a person asked for it, with its secret, and tells where that is', async () => {
  await startPicking({ tabId: 7 });
  const { token, start } = await showPicker(HERE);
  expect(start).toBe('focus');
  expect(await beginPicking(token, { tab: { id: 7 } })).toMatchObject({ address: URL_HERE });
});

test('a picker that a page frames by itself does not begin', async () => {
  await startPicking({ tabId: 7 });
  await expect(beginPicking('', { tab: { id: 7 } })).rejects.toThrow();
  await showPicker(HERE);
  await expect(beginPicking('guessed', { tab: { id: 7 } })).rejects.toThrow();
});

test('a secret is good in its own tab, and once', async () => {
  await startPicking({ tabId: 7 });
  const { token } = await showPicker(HERE);
  await expect(beginPicking(token, { tab: { id: 8 } })).rejects.toThrow();
  await beginPicking(token, { tab: { id: 7 } });
  await expect(beginPicking(token, { tab: { id: 7 } })).rejects.toThrow();
});

test('a page is given no picker that nobody asked for there, nor a second one', async () => {
  await expect(showPicker(HERE)).rejects.toThrow();
  await startPicking({ tabId: 8 });
  await expect(showPicker(HERE)).rejects.toThrow();
  await startPicking({ tabId: 7 });
  await expect(showPicker({ ...HERE, frameId: 3 })).rejects.toThrow();
  await showPicker(HERE);
  await expect(showPicker(HERE)).rejects.toThrow();
});

test('where our script may not run, nothing is picked, and nothing waits for it', async () => {
  executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
  expect(await startPicking({ tabId: 7, frameId: 3 })).toMatchObject({ ok: false });
  expect(executeScript).toHaveBeenCalledTimes(2);
  await expect(showPicker(HERE)).rejects.toThrow();
});
