import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stayAwake } from '../../../entrypoints/background/stay-awake.ts';

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.runtime.getPlatformInfo = vi.fn();
});
afterEach(() => vi.useRealTimers());

test('the browser is asked something now and then, for as long as it takes and no longer', async () => {
  const { getPlatformInfo } = fakeBrowser.runtime;
  stayAwake(30_000);
  await vi.advanceTimersByTimeAsync(15_000);
  stayAwake(60_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(getPlatformInfo).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(getPlatformInfo).toHaveBeenCalledTimes(3);
  expect(vi.getTimerCount()).toBe(0);
  stayAwake(30_000);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(getPlatformInfo).toHaveBeenCalledTimes(4);
});
