import * as broker from './broker.ts';
import { bringFace } from './face.ts';
import { mend } from './microphone.ts';
import { showPicker } from './picking.ts';
import { receiveUntrusted } from './receive-untrusted.ts';

/** Hears what pages' content scripts say; each of it is untrusted. */
export function hearContent(): void {
  receiveUntrusted('hello', (_, sender) => broker.pageView(sender));
  receiveUntrusted('startCard', broker.startFromPage);
  receiveUntrusted('endCard', (_, sender) => broker.endInTab(sender.tab?.id));
  receiveUntrusted('muteCard', broker.muteOn);
  receiveUntrusted('openPanel', (_, sender) => broker.panelFor(sender));
  receiveUntrusted('wantFace', (_, sender) => bringFace(sender));
  receiveUntrusted('mend', mend);
  receiveUntrusted('aim', (_, sender) => showPicker(sender));
}
