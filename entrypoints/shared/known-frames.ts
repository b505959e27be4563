import { storage } from 'wxt/utils/storage';

/** A document in which our script works, as the browser told of it. */
export interface KnownFrame {
  readonly tabId: number;
  /** 0 is the page itself. */
  readonly frameId: number;
  readonly url: string;
  /** `null` in words where it has none of its own, as in a sandbox. */
  readonly origin?: string;
  /** Names the very document; not in every browser. */
  readonly documentId?: string;
}

/** All of them, those that came last at the end; some may be gone. */
export const knownFrames = storage.defineItem<KnownFrame[]>('session:frames', { fallback: [] });
