import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findFinder } from '../shared/page/meeting.ts';
import { face } from './face.ts';

export default defineUnlistedScript(() => {
  const finder = findFinder();
  if (finder && !finder.signal.aborted) finder.meet(face(finder));
});
