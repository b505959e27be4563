import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { anyRootOf } from '../shared/page/any-root.ts';
import { watchLateRoots } from '../shared/page/late-roots.ts';
import { beginOrRenew } from '../shared/page/renewal.ts';
import { enterRootsBy } from '../shared/page/tree.ts';
import { hearPopup } from './hear.ts';
import { Marks } from './marks.ts';
import { watchRoute } from './route.ts';

export default defineUnlistedScript(() => {
  enterRootsBy(anyRootOf);
  beginOrRenew('marks', (finder) => {
    const { signal } = finder;
    const marks = new Marks(finder);
    const renew = () => void marks.renew();
    hearPopup(marks, signal);
    watchRoute(finder, () => marks.moveOn(), signal);
    finder.onChange(() => marks.look());
    watchLateRoots(() => marks.lookInRoots(), signal);
    // Whatever was changed meanwhile, nobody could tell a page that was put away.
    window.addEventListener('pageshow', ({ persisted }) => persisted && renew(), { signal });
    renew();
    return renew;
  });
});
