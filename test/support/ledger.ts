import type { Conversation } from '../../core/conversation.ts';
import { MOST_EVENTS, type RecordedEvent } from '../../core/recorded-events.ts';
import type { Line } from './witness.ts';

const isEnd = (type: string) => type === 'ended' || type.startsWith('failed:');

/** What the extension wrote down, and what was seen of it beside; times in milliseconds. */
interface Books {
  readonly events: readonly RecordedEvent[];
  readonly mints: readonly number[];
  readonly lines: readonly Pick<Line, 'at'>[];
}

/** The books as far as they are whole: where the oldest events had to give way, from the first end that is left. */
export function whole({ events, mints, lines }: Books): Books {
  const cut = events.length < MOST_EVENTS ? -1 : events.findIndex(({ type }) => isEnd(type));
  const from = events[cut]?.at ?? -Infinity;
  return {
    events: events.slice(cut + 1),
    mints: mints.filter((at) => at > from),
    lines: lines.filter(({ at }) => at > from),
  };
}

/** What is wrong with how conversations began and ended: each must end once, for one reason, before the next begins. */
export function unended(events: readonly RecordedEvent[]): string[] {
  const told = events.map(({ type }) => type).filter((type) => type === 'start' || isEnd(type));
  const wrong = told.flatMap((type, i) => {
    const before = told[i - 1];
    if (type === 'start') return before === 'start' ? ['a start within a conversation'] : [];
    return before === 'start' ? [] : [`an end without a start: ${type}`];
  });
  return told.at(-1) === 'start' ? [...wrong, 'a start without an end'] : wrong;
}

/** Signed URLs that led to neither a line nor a failure, and lines for which there was none; times in milliseconds. */
export function unaccounted({ mints, lines, events }: Books): string[] {
  const ends = events.filter(({ type }) => isEnd(type));
  const order = [
    ...mints.map((at) => ({ at, what: 'm' })),
    ...lines.map(({ at }) => ({ at, what: 'l' })),
    ...ends.map(({ at }) => ({ at, what: 'e' })),
  ]
    .toSorted((a, b) => a.at - b.at)
    .map(({ what }) => what)
    .join('');
  const isWhole = !/m(?![le])|(?<!m)l/.test(order);
  return isWhole ? [] : [`addresses (m), lines (l) and ends (e) came as ${order}`];
}

/** Conversations of which something else was kept than what the agent said, but for its last message. */
export function misquoted(kept: readonly Conversation[], lines: readonly Line[]): string[] {
  const spoken = lines.filter(({ said }) => said.length > 0);
  const wrong: string[] = [];
  for (const { entries } of kept) {
    const turns = entries.filter((entry) => entry.kind === 'turn' && entry.role === 'agent');
    const texts = turns.map((entry) =>
      'text' in entry ? (entry.intended ?? entry.text) : entry.kind,
    );
    if (texts.length === 0) continue;
    const at = spoken.findIndex(({ said }) => isBeginning(texts, said));
    if (at === -1) wrong.push(`kept: ${texts.join(' / ')}`);
    else spoken.splice(0, at + 1);
  }
  return wrong;
}

function isBeginning(texts: readonly string[], said: readonly string[]): boolean {
  const isCut = said.length - texts.length;
  return isCut >= 0 && isCut <= 1 && texts.every((text, i) => text === said[i]);
}
