import { browser } from 'wxt/browser';
import { type Place, placePermissions } from '../../../core/enabled.ts';
import { sendMessage } from '../messaging.ts';
import { want } from '../wanted-site.ts';

/** How an attempt to switch voice on came out. */
export type Enabling = 'enabled' | 'refused' | 'failed';

/**
 * Asks the person for a place and switches voice on there. Call it in the very task of a click:
 * a permission may be asked for nowhere else. The prompt may close the popup, so what is wanted is
 * written down first, and the background finishes the job when nobody is left to.
 */
export function enableSite(place: Place): Promise<Enabling> {
  return enablePlaces([place]);
}

/** Does the same for several places, with one question. */
export async function enablePlaces(places: readonly Place[]): Promise<Enabling> {
  const written = Promise.allSettled(places.slice(0, 1).map(want));
  const asked = browser.permissions.request({ origins: places.flatMap(placePermissions) });
  const granted = await asked.catch(() => null);
  await written;
  if (granted === null) return 'failed';
  if (!granted) return 'refused';
  // One after the other, since each changes the same settings.
  const enabled = places.reduce(
    (before, place) => before.then(() => sendMessage('enableSite', place)),
    Promise.resolve(),
  );
  return enabled.then(
    () => 'enabled',
    () => 'failed',
  );
}

/** Takes a place out of those where voice is on; false when that did not work. */
export function disableSite(place: Place): Promise<boolean> {
  return hasWorked(sendMessage('disableSite', place));
}

/** Switches voice off on the site of a page; false when that did not work. */
export function switchOff(address: string): Promise<boolean> {
  return hasWorked(sendMessage('switchOff', address));
}

function hasWorked(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
