import type { Conversation } from '../../core/conversation.ts';
import type { RecordedEvent } from '../../core/recorded-events.ts';
import { misquoted, unaccounted, unended, whole } from './ledger.ts';
import type { Line } from './witness.ts';

/** What was seen of the extension by the end of a fault, in a browser or without one. */
export interface Seen {
  /** How many sockets, and how many hosts, there were at once. */
  readonly sockets: number;
  readonly hosts: number;
  /** What the extension has recorded, oldest first. */
  readonly events: readonly RecordedEvent[];
  /** The conversations that it has kept, oldest first. */
  readonly kept: readonly Conversation[];
  /** When signed URLs were asked for, in milliseconds since the epoch. */
  readonly mints: readonly number[];
  readonly lines: readonly Line[];
  /** Errors that the product did not catch, and those on a console. */
  readonly troubles: readonly string[];
  /** Settings and marks, as JSON. */
  readonly chosen: string;
}

/**
 * Which of what must hold at any time does not, in words; what must hold of one fault (the microphone
 * goes off, all surfaces agree, the next start works) is expected where the fault happens.
 * @param chosen settings and marks as they must have stayed; null where the fault lies in changing them
 */
export function broken(seen: Seen, chosen: string | null): string[] {
  const { sockets, hosts, events, kept, mints, lines, troubles } = seen;
  const books = whole({ events, mints, lines });
  return [
    ...(sockets <= 1 ? [] : [`I2: ${sockets} sockets at once`]),
    ...(hosts <= 1 ? [] : [`I2: ${hosts} hosts at once`]),
    ...unended(books.events).map((text) => `I3: ${text}`),
    ...misquoted(kept, lines).map((text) => `I4: ${text}`),
    ...unaccounted(books).map((text) => `I6: ${text}`),
    ...troubles.map((text) => `I8: ${text}`),
    ...(chosen === null || chosen === seen.chosen
      ? []
      : [`I9: ${chosen} has become ${seen.chosen}`]),
  ];
}
