import type { PageView } from '../../core/messages.ts';
import type { SenderFacts } from '../../core/sender.ts';
import * as broker from './broker.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { bring } from './bring.ts';
import { isOnIn } from './frames.ts';
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
  receiveUntrusted(
    'wantFace',
    whereOn((_, sender) => bring('face', sender)),
  );
  receiveUntrusted('mend', whereOn(mend));
  receiveUntrusted('aim', (_, sender) => showPicker(sender));
}

/** Does what a page's script asks for, but nothing where voice is not on. */
function whereOn<T>(act: (data: T, sender: SenderFacts) => Promise<void>) {
  return async (data: T, sender: SenderFacts): Promise<void> => {
    if (isOnIn(await loadSettings(), sender)) await act(data, sender);
  };
}

async function hello(isNew: boolean, sender: SenderFacts): Promise<PageView> {
  const view = await broker.pageView(isNew, sender);
  // The page need not wait for what it can do without.
  if (isNew) void bringFinders(sender);
  return view;
}
