import type { Place } from '../../core/enabled.ts';
import { sendMessage } from '../shared/messaging.ts';
import { PICKER_ASKS } from '../shared/browser/this-browser.ts';
import { type Enabling, enablePlaces } from '../shared/ui/enable-site.ts';

/** Switches voice on where a mark is made; asks for the places first, where it can. Call it in a click's own task. */
export const enableHere = PICKER_ASKS ? enablePlaces : enableGranted;

async function enableGranted(places: readonly Place[]): Promise<Enabling> {
  const enabling = sendMessage('enableGranted', places);
  return enabling.then(
    (isOn) => (isOn ? 'enabled' : 'refused'),
    () => 'failed',
  );
}
