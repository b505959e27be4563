import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { cutOff, summary } from '../../../core/conversation.ts';
import { lookBack } from '../../../entrypoints/popup/look-back.ts';
import { lastConversation } from '../../../entrypoints/shared/last-conversation.ts';
import { keepTranscript } from '../../../entrypoints/shared/transcript-store.ts';
import { talk } from '../../support/conversation.ts';

const ENTRY = { kind: 'turn', role: 'agent', text: 'Hello', at: 1 } as const;
const TALK = talk({ entries: [ENTRY] });

beforeEach(() => fakeBrowser.reset());

/** A conversation whose host was lost so many milliseconds ago. */
async function lost(ago: number): Promise<void> {
  const because = { by: 'failure', failure: { code: 'window_closed' } } as const;
  await lastConversation.setValue(cutOff(summary(TALK, 1), because, Date.now() - ago));
}

test('a conversation that was lost a moment ago is told of, with the words that were kept', async () => {
  await lost(5_000);
  expect(await lookBack()).toMatchObject({ phase: 'ended', entries: [] });
  await keepTranscript(TALK);
  expect(await lookBack()).toMatchObject({
    end: { failure: { code: 'window_closed' } },
    entries: [ENTRY],
  });
});

test('one that was lost long ago, or not at all, is not', async () => {
  expect(await lookBack()).toBeNull();
  await lost(61_000);
  expect(await lookBack()).toBeNull();
  await lastConversation.setValue(summary(TALK, 1));
  expect(await lookBack()).toBeNull();
});
