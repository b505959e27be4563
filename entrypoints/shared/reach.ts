import { browser } from 'wxt/browser';
import { type Enabled, placePattern, placePermissions } from '../../core/enabled.ts';
import { isEveryHost, isWholeHost } from '../../core/match-pattern.ts';

/**
 * Whether the browser lets us into no frame but those of sites where voice is on by name. A browser
 * asked to run something in all frames of a page goes by its permissions alone: where those mean more,
 * such as every site, or one on which voice is off again, advertisements would be among them.
 */
export async function reachesOnlyNamed({ sites, sitesOff }: Enabled): Promise<boolean> {
  if (sitesOff.length > 0) return false;
  const { origins = [] } = await browser.permissions.getAll();
  const whole = sites.filter((place) => isWholeHost(placePattern(place)));
  const named = whole.flatMap(placePermissions).filter((pattern) => !isEveryHost(pattern));
  return origins.every((origin) => named.includes(origin));
}
