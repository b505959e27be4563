import { expect } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { aMark } from '../../support/marks.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

const SHOP = `<h1>Teas</h1>
  <p style="width:300px;height:80px">Green tea</p>
  <button id="buy" style="width:300px;height:80px">Buy</button>`;

inBothBrowsers({}, (test) => {
  test(
    'a mark makes a card, at once and after a reload, which talks',
    journey('mark-kept'),
    async ({ driver }) => {
      const page = await driver.open(SHOP);
      const offers = (name: string) => until(() => page.offersOurs(name), name);
      await driver.storeMarks([aMark()]);
      // It comes from elsewhere: where it belongs here is for the person to say.
      const popup = await driver.openPopup(page);
      await page.show();
      await until(() => popup.text()).toContain('Card moved — find it again');
      await popup.press('Shop assistant is here: Buy');
      await page.pressOurs('Talk to Shop assistant');
      await offers('End the conversation').toBe(true);
      // The page is told of none of it.
      expect(await page.run(() => document.querySelector('[data-voice-state]'))).toBe(null);
      await page.pressOurs('End the conversation');
      await offers('Talk to Shop assistant').toBe(true);

      await page.reload();
      await offers('Talk to Shop assistant').toBe(true);
      const options = await driver.openOwn('options.html#marks');
      await options.press('Change Shop assistant');
      await options.press('Delete Shop assistant');
      await page.show();
      await offers('Talk to Shop assistant').toBe(false);
      await options.press('Undo');
      await page.show();
      await offers('Talk to Shop assistant').toBe(true);
    },
  );
});

inBothBrowsers({ sites: [] }, (test) => {
  test(
    'an element is picked by keyboard, from the popup, which switches voice on, and kept as a card',
    journey('mark-picked'),
    async ({ driver }) => {
      await driver.grantSites(['http://127.0.0.1']);
      const page = await driver.open(SHOP);
      await page.run(() => document.querySelector('button')?.focus());
      const popup = await driver.openPopup(page);
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
      await until(() => page.offersOurs('Talk to Ask about tea')).toBe(true);
      const options = await driver.openOwn('options.html#marks');
      await options.press('Change Ask about tea');
      await until(() => options.offers('Delete Ask about tea')).toBe(true);
      expect(await options.offers('Remove 127.0.0.1')).toBe(true);
    },
  );
});
