import { type ReadonlySignal, signal } from '@preact/signals';
import { forgetAll, loadTranscripts, watchTranscripts } from '../shared/transcript-store.ts';

/** The transcripts that are kept while the browser runs. */
export interface Transcripts {
  readonly count: ReadonlySignal<number>;
  readonly forget: () => Promise<void>;
}

/** How many transcripts are kept, and the way to be rid of them. */
export function liveTranscripts(): Transcripts {
  const count = signal(0);
  const look = async () => {
    count.value = (await loadTranscripts()).length;
  };
  watchTranscripts(() => void look());
  void look();
  return { count, forget: forgetAll };
}
