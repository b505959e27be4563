import { expect, test as step } from 'playwright/test';
import { approvals } from '../../support/approvals.ts';
import { journey } from '../../support/journeys.ts';
import { aMark } from '../../support/marks.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

const SHOP = `<h1>Teas</h1>
  <p style="width:300px;height:80px">Green tea</p>
  <button id="buy" style="width:300px;height:80px">Buy</button>`;

inBothBrowsers({ sites: [] }, (test) => {
  test(
    'an element is picked by keyboard, from the popup, which switches voice on, and kept as a card; one that comes from elsewhere makes a card, at once and after a reload, which talks',
    journey('mark-picked', 'mark-kept'),
    async ({ driver }) => {
      await driver.grantSites(['http://127.0.0.1']);
      const page = await driver.open(SHOP);
      const offers = (name: string) => until(() => page.offersOurs(name), name);
      const popup = await driver.openPopup(page);

      const options = await step.step('an element is picked by keyboard', async () => {
        await page.run(() => document.querySelector('button')?.focus());
        await popup.press('Mark an element…');
        const picker = await page.picker();
        const aim = () => picker.textOf('[role=status]');
        await until(aim).toMatch(/^Button “Buy”, \d+ × \d+$/);
        await until(() => picker.run(() => document.hasFocus())).toBe(true);
        await picker.keys('ArrowLeft');
        await until(aim).toMatch(/^<p> “Green tea”, /);
        await picker.keys('Enter');
        await until(() => picker.value('Agent')).toBe('echo');
        expect(await picker.value('Label')).toBe('Green tea');
        await picker.fill('Label', 'Ask about tea');
        await picker.keys('Enter');
        await offers('Talk to Ask about tea').toBe(true);
        const opened = await driver.openOwn('options.html#marks');
        await opened.press('Change Ask about tea');
        await until(() => opened.offers('Delete Ask about tea')).toBe(true);
        expect(await opened.offers('Remove 127.0.0.1')).toBe(true);
        return opened;
      });

      await step.step('one that comes from elsewhere talks', async () => {
        await driver.set({ approvals: approvals(['http://127.0.0.1'], ['echo']) });
        await driver.storeMarks([aMark()]);
        // It comes from elsewhere: where it belongs here is for the person to say.
        await page.show();
        await until(() => popup.text()).toContain('Card moved — find it again');
        await popup.press('Shop assistant is here: Buy');
        await page.pressOurs('Talk to Shop assistant');
        await offers('End the conversation').toBe(true);
        // The page is told of none of it.
        expect(await page.run(() => document.querySelector('[data-voice-state]'))).toBe(null);
        await page.pressOurs('End the conversation');
        await offers('Talk to Shop assistant').toBe(true);
      });

      await step.step('it is there after a reload, until it is deleted', async () => {
        await page.reload();
        await offers('Talk to Shop assistant').toBe(true);
        await options.press('Change Shop assistant');
        await options.press('Delete Shop assistant');
        await page.show();
        await offers('Talk to Shop assistant').toBe(false);
        await options.press('Undo');
        await page.show();
        await offers('Talk to Shop assistant').toBe(true);
      });
    },
  );
});
