import { expect, test } from 'vitest';
import { type Glimpse, changeBetween } from '../../../../core/feed.ts';
import { showConversation } from '../../../../entrypoints/shared/panel/showing.ts';
import { over, talk, turn } from '../../../support/conversation.ts';

const SOUND: Glimpse = { type: 'vitals', input: [1], output: [2], roundTrip: 30 };

function watching() {
  let tell: (glimpse: Glimpse) => void = () => undefined;
  const view = { watch: (listener: typeof tell) => void (tell = listener), wantVitals: () => {} };
  const showing = showConversation(view, new AbortController().signal);
  return { showing, tell: (glimpse: Glimpse) => tell(glimpse) };
}

test('a conversation is followed word by word, with its sound', () => {
  const { showing, tell } = watching();
  expect([showing.conversation.value, showing.mode.value]).toEqual([null, null]);
  const [before, now] = [talk(), talk({ phase: 'speaking', entries: [turn('agent', 'Hi')] })];
  tell(changeBetween(null, before));
  tell(changeBetween(before, now));
  tell(SOUND);
  expect(showing.conversation.value).toEqual(now);
  expect(showing.live.value).toEqual(now);
  expect([showing.mode.value, showing.phase.value]).toEqual(['voice', 'speaking']);
  expect(showing.vitals.value).toEqual(SOUND);
});

test('one that is over is shown still, without sound, also when its host is gone', () => {
  const { showing, tell } = watching();
  tell(changeBetween(null, talk()));
  tell(SOUND);
  tell(changeBetween(talk(), over()));
  expect(showing.conversation.value).toEqual(over());
  expect([showing.live.value, showing.mode.value, showing.vitals.value]).toEqual([
    null,
    null,
    null,
  ]);
  tell(changeBetween(over(), null));
  expect(showing.conversation.value).toEqual(over());
  tell(changeBetween(null, talk({ id: 'b' })));
  expect(showing.conversation.value?.id).toBe('b');
});
