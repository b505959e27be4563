import type { Glimpse } from '../../core/feed.ts';
import type { View } from '../shared/panel/doors.ts';

/** The part of the host that can be watched. */
interface Watched {
  readonly watch: (listener: (glimpse: Glimpse) => void, signal: AbortSignal) => void;
}

/** Sees the conversation that this very page holds. */
export function viewHere(host: Watched): View {
  let wantsVitals = false;
  return {
    watch(listener, signal) {
      host.watch((glimpse) => {
        if (glimpse.type === 'change' || wantsVitals) listener(glimpse);
      }, signal);
    },
    wantVitals: (wanted) => (wantsVitals = wanted),
  };
}
