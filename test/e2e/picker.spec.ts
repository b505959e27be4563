import type { Frame, Page } from 'playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expectNoPicker, pickByKey, pickByMenu, pickerOn } from '../support/picking.ts';
import { type Stage, expect, test } from './stage.ts';
import { until } from '../support/until.ts';

/** Records everything of a person's doing that the page gets to see. */
const LISTENING = `<script>
  window.heard = [];
  const kinds = ['keydown', 'keyup', 'keypress', 'click', 'auxclick', 'contextmenu', 'pointerdown', 'pointerup',
    'mousedown', 'mouseup', 'touchstart', 'wheel'];
  for (const kind of kinds) window.addEventListener(kind, () => window.heard.push(kind), true);
</script>`;

const PLANS = `<main>
  <h1>Plans</h1>
  <section aria-label="Plans">
    <article><h3>Starter</h3><p>9 € a month</p><a href="#starter">Choose</a></article>
    <article><h3>Pro</h3><p>29 € a month</p><a href="#pro" id="pro">Choose</a></article>
  </section>
</main>`;

async function heardBy(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, 'heard'));
}

/** What the picker says of what is aimed at, by the way from one element to the next. */
async function expectAim(picker: Frame, words: string): Promise<void> {
  await expect(picker.getByRole('status').first()).toHaveText(
    new RegExp(`^${words}, \\d+ × \\d+$`),
  );
}

const LAYERS = `<div style="height: 200px; overflow: auto" id="scroller">
    <p style="height: 180px; margin: 0">First</p><p style="height: 600px; margin: 0">Second</p>
  </div>
  <div id="overlay" style="position: fixed; inset: 300px 0 0; z-index: 2147483647; background: #fffc">
    <button style="position: absolute; left: 40px; top: 40px">Over everything</button>
  </div>
  <dialog id="modal"><button>In the dialog</button></dialog>`;

test('a page can neither reach the picker nor have one of its own; it can take it away; elements are picked by pointer and by keyboard alone, and the page sees none of it', async ({
  stage,
}) => {
  const page = await stage.open(`${LISTENING}<button>Take</button><p>Words</p>`);
  await test.step('a page can neither reach the picker nor have one of its own; it can take it away', () =>
    expectOutOfReach(stage, page));

  await stage.show(page, LISTENING + LAYERS);
  await test.step('by pointer elements are taken over overlays, in dialogs and in what scrolls, and the page sees none of it', () =>
    expectPickedByPointer(stage, page));

  // Where voice is off.
  await stage.set({ sites: [] });
  await stage.show(page, LISTENING + PLANS);
  await test.step('by keyboard alone an element is found, said, widened, and kept as a card', () =>
    expectPickedByKey(stage, page));
});

/** Expects an element to be found and kept by keyboard. */
async function expectPickedByKey(stage: Stage, page: Page): Promise<void> {
  await page.locator('#pro').focus();
  const picker = await pickByKey(stage, page);
  await expectAim(picker, 'Link “Choose”');
  await page.keyboard.press('ArrowLeft');
  await expectAim(picker, '<p> “29 € a month”');
  await page.keyboard.press('ArrowUp');
  await expectAim(picker, 'Article “Pro”');
  await page.keyboard.press('ArrowLeft');
  await expectAim(picker, 'Article “Starter”');
  await page.keyboard.press('ArrowDown');
  await expectAim(picker, 'Heading “Starter”');

  await page.keyboard.press('Tab');
  const slider = picker.getByRole('slider', { name: 'Narrower or wider' });
  await expect(slider).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expectAim(picker, 'Article “Starter”');
  await expect(slider).toHaveAttribute('aria-valuetext', 'Article “Starter”');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expectAim(picker, 'Article “Pro”');
  await page.keyboard.press('Enter');

  const form = picker.getByRole('dialog', { name: 'Make this a voice card' });
  await expect(form.getByRole('combobox', { name: 'Agent' })).toHaveValue('echo');
  await expect(form.getByRole('textbox', { name: 'Label' })).toHaveValue('Pro');
  await expect(form.getByRole('radio', { name: 'This page' })).toBeChecked();
  await expect(form.getByRole('status').first()).toContainText('1 tab that is open');
  await expectAccessible(page, { frame: picker });
  await form.getByRole('textbox', { name: 'Label' }).fill('');
  await form.getByRole('textbox', { name: 'Label' }).press('Enter');
  await expect(form.getByText('Give it a name.')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Label' })).toBeFocused();
  await page.keyboard.type('Ask about Pro');
  await form.getByRole('radio', { name: 'Pages like this one' }).check();
  await form.getByRole('textbox', { name: 'Path' }).fill('/other*');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(form.getByText('This page is not among those.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Path' }).fill('/page-*');
  await form.getByRole('combobox', { name: 'Corner' }).selectOption('Bottom left');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await expectNoPicker(page);
  expect(await heardBy(page)).toEqual([]);

  const options = await stage.openOwn('options.html#marks');
  const kept = options.getByRole('list', { name: 'Marked cards' }).getByRole('listitem');
  await expect(kept).toHaveText([/Ask about Pro.*Echo agent, on 127\.0\.0\.1\/page-\*/s]);
  await expect(options.getByRole('button', { name: 'Remove 127.0.0.1' })).toBeVisible();
}

/** Expects elements to be taken by pointer, whatever lies over them. */
async function expectPickedByPointer(stage: Stage, page: Page): Promise<void> {
  await page.mouse.move(60, 350);
  await pickByMenu(stage, page);
  const picker = await pickerOn(page);
  await expectAim(picker, 'Button “Over everything”');

  await page.mouse.move(100, 120);
  await expectAim(picker, '<p> “First”');
  await page.mouse.wheel(0, 300);
  await expectAim(picker, '<p> “Second”');
  expect(await page.evaluate(() => document.querySelector('#scroller')?.scrollTop)).toBe(300);
  await page.mouse.click(100, 120);
  await expect(picker.getByRole('textbox', { name: 'Label' })).toHaveValue('Second');
  await page.keyboard.press('Escape');

  // What the page opens meanwhile would lie over the picker, and make all else dead.
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')?.showModal());
  const middle = await page.getByText('In the dialog').boundingBox();
  await page.mouse.move((middle?.x ?? 0) + 5, (middle?.y ?? 0) + 5);
  await expectAim(picker, 'Button “In the dialog”');
  await page.keyboard.press('Enter');
  await expect(picker.getByRole('textbox', { name: 'Label' })).toHaveValue('In the dialog');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expectNoPicker(page);

  const again = await pickByKey(stage, page);
  await expectAim(again, 'Button “In the dialog”');
  await page.keyboard.press('Escape');
  await expectNoPicker(page);
  expect(await heardBy(page)).toEqual([]);
}

/** Expects a page to get no hold of the picker. */
async function expectOutOfReach(stage: Stage, page: Page): Promise<void> {
  const picker = await pickByKey(stage, page);
  const { host, address } = await page.evaluate(() => {
    const found = document.documentElement.lastElementChild;
    const seen = {
      shadow: found?.shadowRoot ?? null,
      frames: [document.querySelectorAll('iframe').length, window.length],
    };
    return {
      host: seen,
      address: performance.getEntriesByType('resource').map(({ name }) => name),
    };
  });
  expect(host).toEqual({ shadow: null, frames: [0, 0] });
  expect(address.filter((name) => name.includes('extension'))).toEqual([]);

  // It takes the keyboard, and does not keep it.
  const take = [
    () => document.querySelector('button')?.focus(),
    () => window.focus(),
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  ];
  for (const taking of take) {
    await page.evaluate(taking);
    await until(() => picker.evaluate(() => document.hasFocus())).toBe(true);
    await page.keyboard.press('ArrowUp');
  }
  await expectAim(picker, '<body> “Take Words”');
  expect(await heardBy(page)).toEqual([]);

  // Even with the address and a secret that was used: what a page frames by itself does nothing.
  const { hash } = new URL(picker.url());
  const secret = await picker.evaluate(() => chrome.runtime.getURL('/picker.html'));
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  }, secret + hash);
  const framed = await (await page.locator('iframe').elementHandle())?.contentFrame();
  await until(() => framed?.evaluate(() => document.readyState)).toBe('complete');
  expect(await framed?.evaluate(() => [location.href, document.body.childElementCount])).toEqual([
    picker.url(),
    0,
  ]);

  await page.evaluate(() => {
    document.querySelector('iframe')?.remove();
    document.documentElement.lastElementChild?.remove();
  });
  await expectNoPicker(page);
  await page.keyboard.press('y');
  await until(() => heardBy(page)).toContain('keydown');
}
