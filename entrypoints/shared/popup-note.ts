import { storage } from 'wxt/utils/storage';
import type { Failure } from '../../core/failure.ts';

/** Why something that was asked for outside every page of ours did not happen; the popup tells it once. */
export const popupNote = storage.defineItem<Failure>('session:popupNote');
