import { storage } from 'wxt/utils/storage';
import type { WindowPlace } from '../../core/window-place.ts';

/** Where the conversation window was last, of a browser that has one. */
export const lastPlace = storage.defineItem<WindowPlace | null>('local:windowPlace', {
  fallback: null,
});
