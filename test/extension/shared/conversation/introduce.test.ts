import { expect, test, vi } from 'vitest';
import type { StartOrder } from '../../../../core/messages.ts';
import { introduce } from '../../../../entrypoints/shared/conversation/introduce.ts';
import { talk, turn } from '../../../support/conversation.ts';

const ORDER: StartOrder = {
  id: 'a',
  agentId: 'echo',
  tabId: 7,
  frameId: 0,
  site: null,
  mode: 'voice',
  attributes: {},
  limits: { maxLength: 1, silence: 1 },
  sound: { inputDeviceId: '', outputDeviceId: '', volume: 1 },
  replace: false,
};

function call() {
  return { obey: vi.fn(async () => undefined), tell: vi.fn() };
}

test('a new conversation needs no introduction', async () => {
  const begun = call();
  await introduce(begun, ORDER, talk());
  expect(begun.obey).not.toHaveBeenCalled();
  expect(begun.tell).not.toHaveBeenCalled();
});

test('an agent that takes one up learns what was said, and that we are muted', async () => {
  const begun = call();
  const entries = [turn('user', 'Hi'), turn('agent', 'Hello')];
  await introduce(begun, { ...ORDER, context: 'A selection.' }, talk({ muted: true, entries }));
  expect(begun.obey).toHaveBeenCalledExactlyOnceWith({ do: 'mute', muted: true });
  expect(begun.tell.mock.calls).toEqual([
    ['A selection.'],
    ['This conversation began in writing. What was said so far:\nUser: Hi\nAgent: Hello'],
  ]);
});
