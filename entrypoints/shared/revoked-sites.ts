import { storage } from 'wxt/utils/storage';
import type { Place } from '../../core/enabled.ts';

/** Where voice went off because the permission was taken away, until it is on again or the browser closes. */
export const revokedSites = storage.defineItem<Place[]>('session:revokedSites', { fallback: [] });
