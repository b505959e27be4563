import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { summary } from '../../../core/conversation.ts';
import { failure } from '../../../core/failure.ts';
import { type Result, failed, good } from '../../../core/result.ts';
import type { Wish } from '../../../core/wish.ts';
import { lastConversation, unfinishedStart } from '../../../entrypoints/background/journal.ts';
import { fetchAhead, forgetKept, isKept } from '../../../entrypoints/background/kept-line.ts';
import { mint } from '../../../entrypoints/background/mint.ts';
import { giveUpStart, startWish, takeUpStart } from '../../../entrypoints/background/start.ts';
import { changeSettings } from '../../../entrypoints/shared/settings-store.ts';
import { over } from '../../support/conversation.ts';
import { upstream } from '../../support/upstream.ts';
import { eventually } from '../../support/eventually.ts';

const { answer, sendMessage, ensureHost, isMicrophoneGranted } = vi.hoisted(() => ({
  /** What the host answers to an order. */
  answer: vi.fn<(order: { id: string }) => Promise<Result>>(),
  sendMessage: vi.fn<(type: string, order: { id: string }) => Promise<Result>>(),
  ensureHost: vi.fn<() => Promise<void>>(),
  isMicrophoneGranted: vi.fn<() => Promise<boolean>>(),
}));
vi.mock('../../../entrypoints/shared/messaging.ts', () => ({ sendMessage }));
vi.mock('../../../entrypoints/background/this-browser.ts', () => ({ ensureHost }));
vi.mock('../../../entrypoints/background/granted.ts', () => ({ isMicrophoneGranted }));

const WISH: Wish = {
  tabId: 7,
  frameId: 0,
  site: 'http://shop.test',
  agentId: 'echo',
  mode: 'voice',
  attributes: {},
};

/** The conversation that the host took last. */
let taken = '';

beforeEach(async () => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  await tell(taken);
  answer.mockImplementation(takes);
  sendMessage.mockImplementation(async (_type, order) => {
    const result = await answer(order);
    if (result.ok) taken = order.id;
    return result;
  });
  ensureHost.mockResolvedValue();
  isMicrophoneGranted.mockResolvedValue(false);
});
afterEach(() => forgetKept());

/** Has the host tell of a conversation that is over again by now. */
async function tell(id: string): Promise<void> {
  await lastConversation.setValue(summary(over({ id }), 1));
}

/** Takes an order, and tells of it. */
async function takes({ id }: { id: string }): Promise<Result> {
  await tell(id);
  return good(null);
}

let wake = async () => {};
afterEach(() => wake());

/** A start in the middle of which the background is put to sleep: its host comes, and nobody waits any more. */
async function fallAsleepStarting(): Promise<void> {
  const asleep = Promise.withResolvers<void>();
  ensureHost.mockReturnValueOnce(asleep.promise);
  const starting = startWish(WISH, true);
  wake = async () => {
    asleep.resolve();
    await starting;
  };
  await eventually(() => expect(ensureHost).toHaveBeenCalled());
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

describe('while its host comes to be, the address', () => {
  test('is asked for already, once, and what becomes of that is the answer', async () => {
    const { asked, give } = await slowBackend();
    ensureHost.mockImplementation(() => eventually(() => expect(asked).toHaveLength(1)));
    isMicrophoneGranted.mockResolvedValue(true);
    await startWish(WISH, false);
    give(500);
    expect(await mint('echo')).toEqual(failed(failure('backend_error')));
    expect(asked).toHaveLength(1);
  });

  test('is in the order where it was there before the click, unless the start is given up', async () => {
    const { wanted, asks, give } = await slowBackend();
    isMicrophoneGranted.mockResolvedValue(true);
    for (const isGivenUp of [false, true]) {
      fetchAhead(wanted);
      give(200);
      await eventually(() => expect(isKept(wanted)).toBe(true));
      if (isGivenUp) ensureHost.mockImplementation(() => giveUpStart(WISH.tabId));
      await startWish(WISH, false);
    }
    const line = { signedUrl: expect.any(String), lease: expect.any(Object) };
    expect(sendMessage.mock.calls).toEqual([['start', expect.objectContaining({ line })]]);
    const [ahead, begun, ended] = ['signed-url/echo', 'lease/lease-1/renew', 'lease/lease-1/end'];
    await eventually(() => expect(asks()).toEqual([ahead, begun, ahead, begun, ended]));
  });

  test('is asked for once for several starts at once, and those that fail leave it', async () => {
    const { asked, give } = await slowBackend();
    isMicrophoneGranted.mockResolvedValue(true);
    answer.mockImplementationOnce(takes).mockResolvedValue(failed(failure('busy')));
    await Promise.all([1, 2, 3].map((tabId) => startWish({ ...WISH, tabId }, false)));
    give(200);
    expect(await mint('echo')).toMatchObject({ ok: true });
    expect(asked).toHaveLength(1);
  });

  test('is not asked for by another start before the host has told of the one it took', async () => {
    const { asked, give } = await slowBackend();
    isMicrophoneGranted.mockResolvedValue(true);
    answer.mockResolvedValueOnce(good(null)).mockResolvedValue(failed(failure('busy')));
    await startWish(WISH, false);
    await startWish({ ...WISH, tabId: 8 }, false);
    give(200);
    expect(await mint('echo')).toMatchObject({ ok: true });
    expect(asked).toHaveLength(1);
    await tell(taken);
    answer.mockImplementation(takes);
    await startWish(WISH, false);
    await eventually(() => expect(asked).toHaveLength(2));
  });

  test('of one in writing, too, whatever the microphone', async () => {
    const { asked, give } = await slowBackend();
    await startWish({ ...WISH, mode: 'text' }, false);
    await eventually(() => expect(asked).toHaveLength(1));
    give(500);
  });

  test.each<[string, boolean, boolean]>([
    ['the microphone is not granted', false, false],
    ['another conversation is to be replaced', true, true],
  ])('is not asked for where %s', async (_case, isGranted, replace) => {
    const { asked } = await slowBackend();
    isMicrophoneGranted.mockResolvedValue(isGranted);
    await startWish(WISH, replace);
    expect(sendMessage).toHaveBeenCalledTimes(1);
    expect(asked).toHaveLength(0);
  });

  test('is given back where the host does not start', async () => {
    const { asks, give } = await slowBackend();
    isMicrophoneGranted.mockResolvedValue(true);
    answer.mockResolvedValue(failed(failure('busy')));
    await startWish(WISH, false);
    give(200);
    await eventually(() => expect(asks()).toEqual(['signed-url/echo', 'lease/lease-1/end']));
  });
});

/** A backend that answers when it is told to. */
async function slowBackend() {
  const told = Promise.withResolvers<number>();
  const { origin, asked } = await upstream(async (response, { headers }) => {
    const signed_url = `ws://${headers.host}/v1/convai/conversation?agent_id=echo`;
    const body = { signed_url, lease: { id: 'lease-1', renewEverySeconds: 20 } };
    response.writeHead(await told.promise).end(JSON.stringify(body));
  });
  await changeSettings({ backendUrl: origin });
  const wanted = { backendUrl: origin, agentId: WISH.agentId, site: WISH.site };
  const asks = () => asked.map(({ url }) => url.replace('/api/voice-sdk/', ''));
  return { asked, asks, wanted, give: told.resolve };
}
