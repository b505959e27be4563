import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { offerMenu } from '../../../entrypoints/background/menus.ts';

vi.mock('../../../entrypoints/shared/text.ts', () => ({ t: (key: string) => key }));

type Item = Parameters<typeof chrome.contextMenus.create>[0];

const removeAll = vi.fn(async () => {});
const create = vi.fn<(item: Item) => void>();

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  Object.assign(fakeBrowser, { contextMenus: { removeAll, create } });
});

const offered = () =>
  create.mock.calls.map(([{ title, documentUrlPatterns }]) => [title, documentUrlPatterns]);
const MARK = ['menu_mark', ['http://*/*', 'https://*/*']];

test('a selection can be talked about on sites where voice is on, and nowhere else', async () => {
  await offerMenu({ sites: ['https://shop.example', 'https://*.example.org/help/*'] });
  const places = ['https://shop.example/*', 'https://*.example.org/help/*'];
  expect(offered()).toEqual([MARK, ['menu_talk_about', places]]);
});

test('where voice is on nowhere, it cannot', async () => {
  await offerMenu({ sites: [] });
  expect(offered()).toEqual([MARK]);
});

test('what was offered before is not offered twice', async () => {
  await offerMenu({ sites: [] });
  await offerMenu({ sites: [] });
  expect(removeAll).toHaveBeenCalledTimes(2);
  const [first = 0] = create.mock.invocationCallOrder;
  expect(removeAll.mock.invocationCallOrder[0]).toBeLessThan(first);
});
