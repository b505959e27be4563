import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { good } from '../../../core/result.ts';
import type { Wish } from '../../../core/wish.ts';
import { ask, doubtAbout, takeAnswer } from '../../../entrypoints/background/consent.ts';
import { openQuestion } from '../../../entrypoints/shared/question-store.ts';
import { changeSettings, loadSettings } from '../../../entrypoints/shared/settings-store.ts';

const { startWish } = vi.hoisted(() => ({ startWish: vi.fn<(wish: Wish) => Promise<unknown>>() }));
vi.mock('../../../entrypoints/background/start.ts', () => ({ startWish }));
vi.mock('../../../entrypoints/background/this-browser.ts', () => ({
  showQuestion: async () => {},
}));
vi.mock('../../../entrypoints/shared/messaging.ts', () => ({ sendMessage: async () => {} }));
vi.mock('../../../entrypoints/shared/backend.ts', () => ({
  fetchAgents: async () => ({ ok: false }),
}));

const SITE = 'https://shop.example';
const WISH: Wish = {
  tabId: 7,
  frameId: 0,
  site: SITE,
  agentId: 'echo',
  mode: 'voice',
  attributes: {},
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  startWish.mockResolvedValue(good(null));
});

/** Puts a question to the person, and gives its id. */
async function asked(wish = WISH, canBeLasting = true): Promise<string> {
  await ask({ wish, replace: false, because: 'new agent', canBeLasting }, undefined);
  return (await openQuestion.getValue())?.id ?? '';
}

test('an answer counts for the question it was given to, and not for the one that took its place', async () => {
  const before = await asked();
  const id = await asked({ ...WISH, site: 'https://other.example' });
  expect(await takeAnswer({ id: before, answer: 'once' })).toMatchObject({ ok: false });
  expect(startWish).not.toHaveBeenCalled();
  expect(await takeAnswer({ id, answer: 'once' })).toEqual(good(null));
  expect(startWish).toHaveBeenCalledTimes(1);
});

test('an answer counts once', async () => {
  const id = await asked();
  await takeAnswer({ id, answer: 'once' });
  await takeAnswer({ id, answer: 'once' });
  expect(startWish).toHaveBeenCalledTimes(1);
});

test('no starts nothing, and allows nothing', async () => {
  await takeAnswer({ id: await asked(), answer: 'no' });
  expect(startWish).not.toHaveBeenCalled();
  expect((await loadSettings()).approvals).toEqual([]);
});

test('always is kept for the site, and for a frame with the page around it', async () => {
  await takeAnswer({ id: await asked(), answer: 'always' });
  const within = 'https://page.example';
  await takeAnswer({ id: await asked({ ...WISH, within }), answer: 'always' });
  const kept = { site: SITE, agentId: 'echo', name: null };
  expect((await loadSettings()).approvals).toMatchObject([kept, { ...kept, within }]);
});

test('"always" is not kept for a document of unknown origin', async () => {
  await takeAnswer({ id: await asked(WISH, false), answer: 'always' });
  expect(startWish).toHaveBeenCalledTimes(1);
  expect((await loadSettings()).approvals).toEqual([]);
});

test('an approval is for no sandboxed document, and for no click that may not have been meant', async () => {
  await changeSettings({ approvals: [{ site: SITE, agentId: 'echo', name: null, at: 0 }] });
  const settings = await loadSettings();
  const doubt = (isDoubtful: boolean, isOpaque: boolean) =>
    doubtAbout(WISH, { isDoubtful, isOpaque }, settings);
  expect(await doubt(false, false)).toBeNull();
  expect(await doubt(false, true)).toBe('new agent');
  expect(await doubt(true, false)).toBe('doubtful click');
});
