import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beginOrRenew } from '../shared/page/renewal.ts';
import { Described } from './described.ts';

export default defineUnlistedScript(() => {
  beginOrRenew('site cards', (finder) => {
    const described = new Described(finder);
    finder.onChange(() => described.look());
    const renew = () => void described.renew();
    renew();
    return renew;
  });
});
