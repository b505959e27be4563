import { aMark } from '../../support/marks.ts';
import { journey } from '../../support/journeys.ts';
import { expect, test, until } from './stage.ts';
import { KEY } from './view.ts';

const SHOP = `<h1>Teas</h1>
  <p style="width:300px;height:80px">Green tea</p>
  <button id="buy" style="width:300px;height:80px">Buy</button>`;

test(
  'a mark makes a card, at once and after a reload, which talks',
  journey('mark-kept'),
  async ({ stage: { browser, open } }) => {
    const page = await open(SHOP);
    const options = await browser.openOwn('options.html#marks');
    await options.run((marks) => chrome.storage.local.set({ marks }), [aMark()]);
    // It comes from elsewhere: where it belongs here is for the person to say.
    const popup = await browser.openOwn(`popup.html?tab=${await browser.tabAt(page)}`);
    await page.show();
    await until(() => popup.text()).toContain('Card moved — find it again');
    await popup.press('Shop assistant is here: Buy');
    await page.pressOurs('Talk to Shop assistant');
    await until(() => page.offersOurs('End the conversation')).toBe(true);
    await page.pressOurs('End the conversation');
    await until(() => page.offersOurs('Talk to Shop assistant')).toBe(true);

    await page.navigate(await page.address());
    await until(() => page.offersOurs('Talk to Shop assistant')).toBe(true);
    await options.press('Change Shop assistant');
    await options.press('Delete Shop assistant');
    await page.show();
    await until(() => page.offersOurs('Talk to Shop assistant')).toBe(false);
    await options.press('Undo');
    await page.show();
    await until(() => page.offersOurs('Talk to Shop assistant')).toBe(true);
  },
);

test.describe('where voice is off', () => {
  test.use({ sites: [] });

  test(
    'an element is picked by keyboard, from the popup, which switches voice on, and kept as a card',
    journey('mark-picked'),
    async ({ stage: { browser, open } }) => {
      await browser.grantSites(['http://127.0.0.1']);
      const page = await open(SHOP);
      await page.run(() => document.querySelector('button')?.focus());
      const popup = await browser.openOwn(`popup.html?tab=${await browser.tabAt(page)}`);
      await popup.press('Mark an element…');
      const picker = page.frame({ selector: 'iframe', within: 'html > div' });
      await until(() => picker.textOf('[role=status]')).toMatch(/^Button “Buy”, \d+ × \d+$/);
      await picker.keys(KEY.left);
      await until(() => picker.textOf('[role=status]')).toMatch(/^<p> “Green tea”, /);
      await picker.keys(KEY.enter);
      await until(() => picker.value('Agent')).toBe('echo');
      expect(await picker.value('Label')).toBe('Green tea');
      await picker.fill('Label', 'Ask about tea');
      await picker.keys(KEY.enter);
      await until(() => page.offersOurs('Talk to Ask about tea')).toBe(true);
      const options = await browser.openOwn('options.html#marks');
      await until(() => options.offers('Delete Ask about tea')).toBe(true);
      expect(await options.offers('Remove 127.0.0.1')).toBe(true);
    },
  );
});
