import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { summary } from '../../../core/conversation.ts';
import { publish, publishGone, startFromPage } from '../../../entrypoints/background/broker.ts';
import { lastConversation } from '../../../entrypoints/background/journal.ts';
import { startWish } from '../../../entrypoints/background/start.ts';
import { changeSettings } from '../../../entrypoints/shared/settings-store.ts';
import { over, talk } from '../../support/conversation.ts';

vi.mock('../../../entrypoints/background/badge.ts', () => ({ showBadge: () => {} }));
vi.mock('../../../entrypoints/shared/messaging.ts', () => ({ sendMessage: async () => {} }));
vi.mock('../../../entrypoints/background/start.ts', () => ({
  startWish: vi.fn(async () => ({ ok: true, value: null })),
}));

beforeEach(() => fakeBrowser.reset());

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
  const site = 'https://shop.example';
  const approval = { site, agentId: 'echo', name: null, at: 0 };
  await changeSettings({ sites: [site], approvals: [approval] });
  const url = `${site}/plans`;
  const sender = { tab: { id: 7, url }, frameId: 0, url, origin: site };
  const click = {
    agentId: 'echo',
    replace: true,
    isDoubtful: false,
    panel: false,
    attributes: {},
  };
  await Promise.all(Array.from({ length: 20 }, () => startFromPage(click, sender)));
  expect(startWish).toHaveBeenCalledTimes(1);
  await startFromPage(click, sender);
  expect(startWish).toHaveBeenCalledTimes(2);
});
