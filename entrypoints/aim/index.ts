import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { anyRootOf } from '../shared/page/any-root.ts';
import { sendMessage } from '../shared/page/messaging.ts';
import { enterRootsBy } from '../shared/page/tree.ts';
import { Aim } from './aim.ts';
import { hearPicker } from './hear.ts';
import { PickerFrame } from './picker-frame.ts';
import { firstAim } from './start.ts';
import { takeOver } from './take-over.ts';
import { watchFrames } from './watch.ts';

export default defineUnlistedScript(async () => {
  const stop = takeOver();
  const { token, start } = await sendMessage('aim');
  if (stop.signal.aborted) return;
  enterRootsBy(anyRootOf);
  // Before anything of ours is there to lie over the page.
  const first = firstAim(start);
  const frame = new PickerFrame(token, stop.signal);
  const aim = new Aim(first, frame);
  hearPicker(aim, frame, token, stop);
  watchFrames(() => {
    if (frame.isGone()) stop.abort();
    else aim.follow();
  }, stop.signal);
});
