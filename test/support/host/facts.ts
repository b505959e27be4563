import { isDeepStrictEqual } from 'node:util';
import { browser } from 'wxt/browser';
import { type CardView, cardView } from '../../../core/card.ts';
import type { Conversation } from '../../../core/conversation.ts';
import { lastConversation } from '../../../entrypoints/background/journal.ts';
import { sendMessage } from '../../../entrypoints/shared/messaging.ts';
import { recordedEvents } from '../../../entrypoints/shared/recorded-events.ts';
import { loadTranscripts } from '../../../entrypoints/shared/transcript-store.ts';
import type { Extension } from './extension.ts';

/** What the extension has written down. */
export async function writtenDown() {
  const [events, kept, chosen] = await Promise.all([
    recordedEvents.getValue(),
    loadTranscripts(),
    browser.storage.local.get(['settings', 'marks']),
  ]);
  return { events, kept: kept.toReversed(), chosen: JSON.stringify(chosen) };
}

/** Where a surface shows something else than that the conversation is over, and why. */
export async function disagreements({ card, panel }: Extension): Promise<string[]> {
  const [told, badge, held] = await Promise.all([
    lastConversation.getValue(),
    browser.action.getBadgeText({}),
    sendMessage('look'),
  ]);
  if (told?.phase !== 'ended') return [`it is ${told?.phase ?? 'unknown'}`];
  const shown = { badge, card: lookOf(card.now), host: endOf(held), panel: endOf(panel.now) };
  const over = endOf(told);
  const wanted = { badge: '', card: lookOf(cardView(told)), host: over, panel: over };
  return isDeepStrictEqual(shown, wanted) ? [] : [JSON.stringify(shown)];
}

function lookOf(view: CardView | null) {
  return { state: view?.state ?? 'idle', failure: view?.failure };
}

function endOf(state: Pick<Conversation, 'phase' | 'end'> | null) {
  return { phase: state?.phase, end: state?.end };
}
