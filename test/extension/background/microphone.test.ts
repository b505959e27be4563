import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Wish } from '../../../core/wish.ts';
import { lastWish } from '../../../entrypoints/background/journal.ts';
import { askForMicrophone, takeUpWish } from '../../../entrypoints/background/microphone.ts';

const { findOwnTab } = vi.hoisted(() => ({
  findOwnTab: vi.fn<() => Promise<number | undefined>>(),
}));
vi.mock('../../../entrypoints/background/this-browser.ts', () => ({ findOwnTab }));

/** The addresses of the tabs that are open, by their ids; fakeBrowser closes none that it did not begin with. */
let tabs = new Map<number, string>();

const tabsApi = {
  create: async ({ url }: { url: string }) => {
    const id = tabs.size + 10;
    tabs.set(id, url);
    return { id };
  },
  update: async (id: number) => {
    if (!tabs.has(id)) throw new Error(`No tab with id: ${id}.`);
    return { id };
  },
  remove: async (id: number) => void tabs.delete(id),
};

const CARD_TAB = 7;
const WISH: Wish = {
  tabId: CARD_TAB,
  frameId: 0,
  site: 'https://shop.example',
  agentId: 'echo',
  mode: 'voice',
  attributes: {},
};

beforeEach(async () => {
  fakeBrowser.reset();
  tabs = new Map([[CARD_TAB, 'https://shop.example/']]);
  Object.assign(fakeBrowser, { tabs: tabsApi });
  findOwnTab.mockResolvedValue(undefined);
  await lastWish.setValue(WISH);
});

/** A start that found no microphone leads to the page that asks for it: its tab. */
async function asking(): Promise<number | undefined> {
  await askForMicrophone();
  return [...tabs].find(([, url]) => url.endsWith('/welcome.html'))?.[0];
}

test('once the microphone is granted, the start is taken up on its page, and the one that asked goes', async () => {
  const id = await asking();
  expect(id).toBeDefined();
  expect(await takeUpWish({ tab: { id } })).toEqual(WISH);
  expect([...tabs.keys()]).toEqual([CARD_TAB]);
});

test('it is taken up once, however often the microphone is granted', async () => {
  await takeUpWish({ tab: { id: await asking() } });
  expect(await takeUpWish({})).toBeNull();
});

test('it is not taken up where its page is gone', async () => {
  const id = await asking();
  tabs.delete(CARD_TAB);
  expect(await takeUpWish({ tab: { id } })).toBeNull();
});

test('a page that asks already comes to the front, and no second one opens', async () => {
  const id = await asking();
  findOwnTab.mockResolvedValue(id);
  await askForMicrophone();
  expect(tabs.size).toBe(2);
});
