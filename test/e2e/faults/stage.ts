import { aMark } from '../../support/marks.ts';
import { storeMarks } from '../../support/stored-marks.ts';
import { Witness } from '../../support/witness.ts';
import { type Stage as Plain, test as base } from '../stage.ts';

export { card, cardOn, clickTalk, expect, expectLive, expectState } from '../stage.ts';

/** A stage on which everything is seen that must hold whatever happens. */
export interface Stage extends Plain {
  readonly witness: Witness;
}

/** A test on a stage that is watched, and with a mark that no fault may touch. */
export const test = base.extend<{ scene: Stage }>({
  scene: async ({ stage }, use) => {
    const witness = await Witness.of(stage.browser.devTools);
    await storeMarks(stage.browser, [
      aMark({ scope: { kind: 'site', site: 'https://a.example' } }),
    ]);
    await use({ ...stage, witness });
  },
});
