import type { Glimpse, Vitals } from '../../core/feed.ts';
import type { View } from '../shared/panel/doors.ts';

/** How often the sound is looked at, in milliseconds. */
const VITALS_MS = 50;

/** The part of the host that can be watched. */
interface Watched {
  readonly watch: (listener: (glimpse: Glimpse) => void, signal: AbortSignal) => void;
  readonly vitals: () => Vitals | null;
}

/** Sees the conversation that this very page holds. */
export function viewHere(host: Watched): View {
  let wantsVitals = false;
  return {
    watch(listener, signal) {
      host.watch(listener, signal);
      const looking = setInterval(() => {
        const vitals = wantsVitals ? host.vitals() : null;
        if (vitals !== null) listener(vitals);
      }, VITALS_MS);
      signal.addEventListener('abort', () => clearInterval(looking), { once: true });
    },
    wantVitals: (wanted) => (wantsVitals = wanted),
  };
}
