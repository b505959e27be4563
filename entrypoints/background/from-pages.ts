import { receive } from './receive.ts';
import * as broker from './broker.ts';
import { takeAnswer } from './consent.ts';
import { beginPicking, startPicking } from './picking.ts';
import { disableSite, enableGranted, enableSite, switchOff } from './sites.ts';
import { startAgain } from './start.ts';

/** Hears what the extension's own pages ask for. */
export function hearPages(): void {
  receive('enableSite', enableSite);
  receive('enableGranted', enableGranted);
  receive('disableSite', disableSite);
  receive('switchOff', switchOff);
  receive('answer', takeAnswer);
  receive('startHere', broker.startHere);
  receive('callAgain', ({ mode }) => startAgain(mode));
  receive('endConversation', broker.end);
  receive('startPicking', (order) => startPicking(order));
  receive('beginPicking', beginPicking);
  receive('microphoneGranted', (_, sender) => broker.startWaiting(sender));
}
