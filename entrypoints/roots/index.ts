import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { whenIdle } from '../shared/page/idle.ts';
import { watchLateRoots } from '../shared/page/late-roots.ts';
import { beginOrRenew } from '../shared/page/renewal.ts';
import { Rounds } from '../shared/page/rounds.ts';
import { rootsWith } from './search.ts';

/** So many times as long as looking took nobody looks again; a click in an open root is heard all the same. */
const REST = 100;
const LEAST_MS = 1_000;

export default defineUnlistedScript(() => {
  beginOrRenew('roots', (finder) => {
    const { signal } = finder;
    const round = async () => {
      const { result, took } = await whenIdle(rootsWith(finder.cardSelector()), signal);
      finder.lookInto(result);
      return took;
    };
    const rounds = new Rounds({ round, rest: REST, least: LEAST_MS, signal });
    finder.onChange(() => rounds.want());
    watchLateRoots(() => rounds.want(), signal);
    rounds.wantNow();
    return () => rounds.wantNow();
  });
});
