import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Wish } from '../../../core/wish.ts';
import { unfinishedStart } from '../../../entrypoints/background/journal.ts';
import { giveUpStart, startWish, takeUpStart } from '../../../entrypoints/background/start.ts';

const { sendMessage, ensureHost } = vi.hoisted(() => ({
  sendMessage: vi.fn(async () => ({ ok: true, value: null })),
  ensureHost: vi.fn<() => Promise<void>>(),
}));
vi.mock('../../../entrypoints/shared/messaging.ts', () => ({ sendMessage }));
vi.mock('../../../entrypoints/background/this-browser.ts', () => ({ ensureHost }));

const WISH: Wish = {
  tabId: 7,
  frameId: 0,
  site: 'http://shop.test',
  agentId: 'echo',
  mode: 'voice',
  attributes: {},
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  ensureHost.mockResolvedValue();
});

/** A start in the middle of which the background is put to sleep: its host comes, and nobody waits any more. */
async function fallAsleepStarting(): Promise<void> {
  ensureHost.mockReturnValueOnce(new Promise(() => {}));
  void startWish(WISH, true);
  await vi.waitFor(() => expect(ensureHost).toHaveBeenCalled());
}

test('a start that the background slept through is taken up, once', async () => {
  await fallAsleepStarting();
  await takeUpStart();
  await takeUpStart();
  expect(sendMessage).toHaveBeenCalledTimes(1);
  expect(sendMessage).toHaveBeenCalledWith(
    'start',
    expect.objectContaining({ ...WISH, replace: true }),
  );
});

test('one that was given up meanwhile, or that is long ago, is not', async () => {
  await fallAsleepStarting();
  await giveUpStart(WISH.tabId);
  await takeUpStart();
  await unfinishedStart.setValue({ wish: WISH, replace: false, at: Date.now() - 31_000 });
  await takeUpStart();
  expect(sendMessage).not.toHaveBeenCalled();
});

test('one that reached its host leaves nothing to take up', async () => {
  await startWish(WISH, false);
  expect(sendMessage).toHaveBeenCalledTimes(1);
  await takeUpStart();
  expect(sendMessage).toHaveBeenCalledTimes(1);
});
