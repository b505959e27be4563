import type { Browser } from 'wxt/browser';
import type { Summary } from '../../core/conversation.ts';
import type { Change, Glimpse } from '../../core/feed.ts';
import type { View } from '../shared/panel/doors.ts';

/** The parts of a line to the host that matter here. */
export type Line = Pick<
  Browser.runtime.Port,
  'postMessage' | 'disconnect' | 'onMessage' | 'onDisconnect'
>;

interface Doors {
  readonly connect: () => Line;
  /** Reads why a line broke. */
  readonly lastError: () => unknown;
  /** Tells of every change of what the background notes of the conversation. */
  readonly watchJournal: (listener: (noted: Summary | null) => void) => void;
}

/** The line last told of this conversation, with so many entries. */
interface Told {
  readonly conversation: Change['conversation'];
  readonly length: number;
}

const NOTHING: Told = { conversation: null, length: 0 };

/**
 * Sees the conversation over a line to its host, wherever that is. Where there is no host, or the line
 * breaks, it connects again as soon as the background notes a conversation that the line has not told of.
 */
export function viewLine({ connect, lastError, watchJournal }: Doors): View {
  let line: Line | null = null;
  let told = NOTHING;
  let wantsVitals = false;

  function open(listener: (glimpse: Glimpse) => void): void {
    line?.disconnect();
    const opened = connect();
    line = opened;
    opened.onMessage.addListener((glimpse: Glimpse) => {
      if (opened !== line) return;
      if (glimpse.type === 'change') told = toldBy(glimpse);
      listener(glimpse);
    });
    opened.onDisconnect.addListener(() => {
      if (opened === line) line = null;
      // Nobody there is no error; unread, the browser would list it as one.
      lastError();
    });
    if (wantsVitals) opened.postMessage({ vitals: true });
  }

  return {
    watch(listener, signal) {
      open(listener);
      watchJournal((noted) => {
        if (signal.aborted || noted === null) return;
        const end = endNoted(told, noted);
        if (end !== null) listener(end);
        if (line === null || told.conversation?.id !== noted.id) open(listener);
      });
      signal.addEventListener('abort', () => line?.disconnect(), { once: true });
    },
    wantVitals(wanted) {
      wantsVitals = wanted;
      line?.postMessage({ vitals: wanted });
    },
  };
}

function toldBy({ conversation, from, entries }: Change): Told {
  return { conversation, length: from + entries.length };
}

/** A host that is lost cannot tell of the end any more; the background has noted it. */
function endNoted({ conversation, length }: Told, noted: Summary): Change | null {
  if (conversation?.id !== noted.id || noted.phase !== 'ended' || conversation.phase === 'ended')
    return null;
  const ended = { ...conversation, phase: noted.phase, ...(noted.end && { end: noted.end }) };
  return { type: 'change', conversation: ended, from: length, entries: [] };
}
