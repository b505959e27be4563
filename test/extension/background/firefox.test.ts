import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { End } from '../../../core/end.ts';
import {
  ensureHost,
  hasHost,
  watchHost,
  watchQuestion,
} from '../../../entrypoints/background/firefox.ts';
import { hostWindow } from '../../../entrypoints/background/journal.ts';
import { eventually } from '../../support/eventually.ts';

type Ready = (data: undefined, sender: { tab?: { windowId?: number } }) => Promise<void>;

const heard = vi.hoisted((): { ready: Ready } => ({ ready: async () => {} }));
vi.mock('../../../entrypoints/background/receive.ts', () => ({
  receive: (_name: string, handler: Ready) => (heard.ready = handler),
}));

const create = vi.fn<() => Promise<{ id: number }>>();
const update = vi.fn<(id: number, change: object) => Promise<void>>();
const gone = vi.fn<(because: End) => Promise<void>>();
const back = vi.fn<() => Promise<void>>();
const answered = vi.fn<() => Promise<void>>();

/** Those who hear that a window was closed, in the order in which they asked to. */
let closed: ((id: number) => Promise<void>)[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  closed = [];
  create.mockResolvedValue({ id: 3 });
  update.mockResolvedValue();
  const onRemoved = { addListener: (listener: (typeof closed)[number]) => closed.push(listener) };
  Object.assign(fakeBrowser, { windows: { create, update, onRemoved } });
  watchQuestion(answered);
  watchHost(gone, back);
});

const ready = () => heard.ready(undefined, { tab: { windowId: 3 } });
const close = async (id: number) => {
  for (const listener of closed) await listener(id);
};

/** Opens the window, which says that it hears. */
async function opened(): Promise<void> {
  const opening = ensureHost();
  await eventually(() => expect(create).toHaveBeenCalled());
  await ready();
  await opening;
}

test('a start waits until the window hears', async () => {
  let hears = false;
  const opening = ensureHost().then(() => (hears = true));
  await eventually(async () => expect(await hasHost()).toBe(true));
  expect(hears).toBe(false);
  await ready();
  await opening;
  expect(back).not.toHaveBeenCalled();
});

test('two starts at once open one window', async () => {
  const both = [ensureHost(), ensureHost()];
  await eventually(() => expect(create).toHaveBeenCalled());
  await ready();
  await Promise.all(both);
  expect(create).toHaveBeenCalledTimes(1);
});

test('a window that is there comes to the front', async () => {
  await opened();
  await ensureHost();
  expect(create).toHaveBeenCalledTimes(1);
  expect(update).toHaveBeenCalledWith(3, { focused: true });
});

test('a window that comes while nobody waits for it is told of: the background has slept', async () => {
  await ready();
  expect(back).toHaveBeenCalledTimes(1);
  expect(await hostWindow.getValue()).toBe(3);
});

test('a window that is closed takes the conversation and its question with it, and another one opens', async () => {
  await opened();
  vi.clearAllMocks();
  await close(4);
  expect(gone).not.toHaveBeenCalled();
  expect(answered).not.toHaveBeenCalled();
  await close(3);
  expect(answered).toHaveBeenCalledTimes(1);
  expect(gone.mock.calls).toEqual([[{ by: 'failure', failure: { code: 'window_closed' } }]]);
  expect(await hasHost()).toBe(false);
  await opened();
  expect(create).toHaveBeenCalledTimes(1);
});

test('a window that is closed before it hears holds nobody up', async () => {
  const opening = ensureHost();
  await eventually(async () => expect(await hasHost()).toBe(true));
  await close(3);
  await opening;
  expect(await hasHost()).toBe(false);
});
