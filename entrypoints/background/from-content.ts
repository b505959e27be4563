import type { PageView } from '../../core/messages.ts';
import type { SenderFacts } from '../../core/sender.ts';
import * as broker from './broker.ts';
import { bring } from './bring.ts';
import { bringFinders, marksFor, siteCardsFor } from './marks.ts';
import { mend } from './microphone.ts';
import { showPicker } from './picking.ts';
import { prepare } from './prepare.ts';
import { receiveUntrusted } from './receive-untrusted.ts';

/** Hears what pages' content scripts say; each of it is untrusted. */
export function hearContent(): void {
  receiveUntrusted('hello', hello);
  receiveUntrusted('marks', (_, sender) => marksFor(sender));
  receiveUntrusted('siteCards', (_, sender) => siteCardsFor(sender));
  receiveUntrusted('prepare', prepare);
  receiveUntrusted('startCard', broker.startFromPage);
  receiveUntrusted('endCard', (_, sender) => broker.endInTab(sender.tab?.id));
  receiveUntrusted('muteCard', broker.muteOn);
  receiveUntrusted('openPanel', (_, sender) => broker.panelFor(sender));
  receiveUntrusted('wantFace', (_, sender) => bring('face', sender));
  receiveUntrusted('mend', mend);
  receiveUntrusted('aim', (_, sender) => showPicker(sender));
}

async function hello(isNew: boolean, sender: SenderFacts): Promise<PageView> {
  const view = await broker.pageView(isNew, sender);
  // The page need not wait for what it can do without.
  if (isNew) void bringFinders(sender);
  return view;
}
