import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { summary } from '../../../core/conversation.ts';
import {
  muteOn,
  publish,
  publishGone,
  startFromPage,
} from '../../../entrypoints/background/broker.ts';
import { lastConversation, siteStarts } from '../../../entrypoints/background/journal.ts';
import { startWish } from '../../../entrypoints/background/start.ts';
import { changeSettings } from '../../../entrypoints/shared/settings-store.ts';
import { over, talk } from '../../support/conversation.ts';

vi.mock('../../../entrypoints/background/badge.ts', () => ({ showBadge: () => {} }));
const { sendMessage } = vi.hoisted(() => ({
  sendMessage: vi.fn<(type: string, data: unknown) => Promise<void>>(async () => {}),
}));
vi.mock('../../../entrypoints/shared/messaging.ts', () => ({ sendMessage }));
vi.mock('../../../entrypoints/background/start.ts', () => ({
  startWish: vi.fn(async () => ({ ok: true, value: null })),
}));

const SITE = 'https://shop.example';
const CLICK = { agentId: 'echo', replace: true, isDoubtful: false, panel: false, attributes: {} };

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
});

/** Who speaks from a page of a site. */
function on(site: string, tabId = 7) {
  const url = `${site}/plans`;
  return { tab: { id: tabId, url }, frameId: 0, url, origin: site };
}

test('what was on its way when a conversation was ended does not bring it back', async () => {
  await publish(summary(talk(), 1));
  await publishGone({ by: 'user' });
  // The host knew nothing of it when it told of its next change.
  await publish(summary(talk({ phase: 'speaking' }), 2));
  await publishGone({ by: 'failure', failure: { code: 'host_lost' } });
  expect(await lastConversation.getValue()).toMatchObject({ phase: 'ended', end: { by: 'user' } });
});

test('an end stands where a change comes in the same moment', async () => {
  await publish(summary(talk(), 1));
  await Promise.all([
    publish(summary(over(), 2)),
    publish(summary(talk({ phase: 'speaking' }), 2)),
  ]);
  expect(await lastConversation.getValue()).toMatchObject({ phase: 'ended' });
});

test('the next conversation is told of, and changes at once come in their order', async () => {
  const id = 'b';
  await Promise.all([
    publish(summary(over(), 1)),
    publish(summary(talk({ id }), 1)),
    publish(summary(talk({ id, phase: 'speaking' }), 2)),
  ]);
  expect(await lastConversation.getValue()).toMatchObject({ id, phase: 'speaking' });
});

test('a click that a page says twenty times at once is one; a later one is another', async () => {
  await allow();
  await Promise.all(Array.from({ length: 20 }, () => startFromPage(CLICK, on(SITE))));
  expect(startWish).toHaveBeenCalledTimes(1);
  await startFromPage(CLICK, on(SITE));
  expect(startWish).toHaveBeenCalledTimes(2);
});

test('where voice is off, a script that is left in a page starts nothing', async () => {
  await allow();
  for (const click of [CLICK, { ...CLICK, replace: false }]) {
    const answer = await startFromPage(click, on('https://other.example'));
    expect(answer).toMatchObject({ failure: { code: 'site_disabled' } });
  }
  expect(startWish).not.toHaveBeenCalled();
});

test('a site that has just started a conversation is told how long to wait', async () => {
  await allow();
  await siteStarts.setValue({ [SITE]: [Date.now() - 1_000] });
  const answer = await startFromPage(CLICK, on(SITE));
  expect(answer).toMatchObject({ failure: { code: 'too_many_starts', retryAfter: 9 } });
  expect(startWish).not.toHaveBeenCalled();
});

test('a conversation is muted from its own page, and from no other', async () => {
  await publish(summary(talk({ tabId: 7 }), 1));
  sendMessage.mockClear();
  await muteOn(true, on(SITE, 8));
  await muteOn(true, { ...on(SITE), frameId: 3 });
  expect(sendMessage).not.toHaveBeenCalled();
  await muteOn(true, on(SITE));
  expect(sendMessage.mock.calls).toEqual([['command', { do: 'mute', muted: true }]]);
});

/** Has voice on at the site, and its agent allowed there. */
function allow(): Promise<void> {
  const approval = { site: SITE, agentId: 'echo', name: null, at: 0 };
  return changeSettings({ sites: [SITE], approvals: [approval] });
}
