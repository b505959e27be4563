import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { Place } from '../../core/enabled.ts';

/** A place whose permission prompt is on the screen. */
interface Wanted {
  readonly site: Place;
  /** Since when, in milliseconds since the epoch. */
  readonly at: number;
}

/** The one that was asked for last, where its answer has not been taken up. */
export const wantedSite = storage.defineItem<Wanted>('session:wantedSite');

/** Writes down, within this very task, what is about to be asked for: the prompt may close the page that asks. */
export function want(site: Place): Promise<void> {
  const wanted: Wanted = { site, at: Date.now() };
  return browser.storage.session.set({ wantedSite: wanted });
}
