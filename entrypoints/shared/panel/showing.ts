import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { type Conversation, type State, isLive } from '../../../core/conversation.ts';
import { type Glimpse, type Vitals, applied } from '../../../core/feed.ts';
import { seen } from '../ui/talk.ts';
import type { View } from './doors.ts';

/** The conversation that the panel shows. */
export interface Showing {
  /** The one there is, or the last there was. */
  readonly conversation: ReadonlySignal<State>;
  /** The one there is. */
  readonly live: ReadonlySignal<Conversation | null>;
  /** How its sound stands; null while that is not told. */
  readonly vitals: ReadonlySignal<Vitals | null>;
}

/** Follows the conversation for as long as the page lives. */
export function showConversation(view: View, signalOfPage: AbortSignal): Showing {
  const told = signal<State>(null);
  const conversation = signal<State>(null);
  const vitals = signal<Vitals | null>(null);
  const take = (glimpse: Glimpse) => {
    if (glimpse.type === 'vitals') vitals.value = glimpse;
    else {
      told.value = applied(told.peek(), glimpse);
      conversation.value = seen(conversation.peek(), told.peek());
      if (!isLive(conversation.peek())) vitals.value = null;
    }
  };
  view.watch(take, signalOfPage);
  const live = computed(() => (isLive(conversation.value) ? conversation.value : null));
  return { conversation, live, vitals };
}
