import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ensureHost, warmHost } from '../../../entrypoints/background/chrome.ts';
import { eventually } from '../../support/eventually.ts';

const createDocument = vi.fn<() => Promise<void>>();
const getContexts = vi.fn<() => Promise<object[]>>();

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  Object.assign(fakeBrowser.runtime, { getContexts });
  Object.assign(fakeBrowser, { offscreen: { createDocument } });
});

test('a click waits for the host that is on its way, though the browser lists it already', async () => {
  const created = Promise.withResolvers<void>();
  getContexts.mockResolvedValueOnce([]).mockResolvedValue([{}]);
  createDocument.mockReturnValueOnce(created.promise);
  void warmHost();
  let isThere = false;
  const clicked = ensureHost().then(() => (isThere = true));
  await eventually(() => expect(createDocument).toHaveBeenCalled());
  const later = ensureHost().then(() => expect(isThere).toBe(true));
  await new Promise((done) => setTimeout(done));
  expect(isThere).toBe(false);
  created.resolve();
  await Promise.all([clicked, later]);
  expect(createDocument).toHaveBeenCalledTimes(1);
});

test('one that is there is not created again', async () => {
  getContexts.mockResolvedValue([{}]);
  await ensureHost();
  expect(createDocument).not.toHaveBeenCalled();
});
