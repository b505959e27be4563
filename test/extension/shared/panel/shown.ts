import { signal } from '@preact/signals';
import type { Conversation } from '../../../../core/conversation.ts';
import type { Showing } from '../../../../entrypoints/shared/panel/showing.ts';

/** What the panel shows, for a test to change. */
export function showing(first: Conversation | null) {
  const conversation = signal(first);
  const live = signal(first?.phase === 'ended' ? null : first);
  const shown: Showing = {
    conversation,
    live,
    mode: signal(null),
    phase: signal(null),
    vitals: signal(null),
  };
  return {
    shown,
    show(now: Conversation | null) {
      conversation.value = now;
      live.value = now?.phase === 'ended' ? null : now;
    },
  };
}
