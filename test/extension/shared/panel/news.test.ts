import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createNews } from '../../../../entrypoints/shared/panel/news.ts';
import { talk, turn } from '../../../support/conversation.ts';
import { showing } from './shown.ts';

const HI = turn('user', 'Hi');
const ANSWER = turn('agent', 'Hello', { eventId: 2 });
const TOOL = { kind: 'tool', callId: '1', name: 'search', outcome: 'done', at: 1 } as const;

function hearing(mode: 'voice' | 'text', volume = 1) {
  const { shown, show } = showing(talk({ mode }));
  const news = createNews(shown, signal(volume));
  return { news, say: (...entries: (typeof HI)[]) => show(talk({ mode, entries })) };
}

test('an answer in writing is told once, when it is whole; what one wrote oneself is not', () => {
  const { news, say } = hearing('text');
  say(HI);
  say(HI, turn('agent', 'Hel', { eventId: 2, isPartial: true }));
  expect(news.latest.value.items).toEqual([]);
  say(HI, ANSWER);
  expect(news.latest.value).toEqual({ nth: 1, items: [ANSWER] });
  say(HI, turn('agent', 'Hel...', { eventId: 2, intended: 'Hello' }));
  expect(news.latest.value.nth).toBe(1);
});

test('the same words said twice are told twice', () => {
  const { news, say } = hearing('text');
  say(ANSWER);
  say(ANSWER, { ...ANSWER });
  expect(news.latest.value.nth).toBe(2);
});

test('what can be heard is not read out as well, but what happens besides is', () => {
  const { news, say } = hearing('voice');
  say(HI, ANSWER);
  expect(news.latest.value.items).toEqual([]);
  say(HI, ANSWER, TOOL);
  expect(news.latest.value.items).toEqual([TOOL]);
});

test('with the volume at nothing, a spoken answer is told too', () => {
  const { news, say } = hearing('voice', 0);
  say(ANSWER);
  expect(news.latest.value.items).toEqual([ANSWER]);
});

test('a conversation that is there already is not read out from its start', () => {
  const { shown, show } = showing(null);
  const news = createNews(shown, signal(1));
  show(talk({ mode: 'text', entries: [ANSWER] }));
  expect(news.latest.value.items).toEqual([]);
  news.tell('copied');
  expect(news.latest.value.items).toEqual(['copied']);
});
