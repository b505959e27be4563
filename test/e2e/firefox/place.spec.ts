import { journey } from '../../support/journeys.ts';
import { SHORT, expectPlayed } from '../../support/speech.ts';
import { expect, test, until } from './stage.ts';
import type { View } from './view.ts';

/** Does something to the window of a page, as its person or the system does. */
function update(view: View, change: chrome.windows.UpdateInfo) {
  return view.run(async (info) => {
    const { id = chrome.windows.WINDOW_ID_NONE } = await chrome.windows.getCurrent();
    await chrome.windows.update(id, info);
  }, change);
}

function placeOf(view: View) {
  return view.run(() => ({
    left: screenX,
    top: screenY,
    width: outerWidth,
    height: outerHeight,
  }));
}

test(
  'the conversation window opens where it was, and on the screen where that is gone',
  journey('window-place'),
  async ({ stage: { browser, openCard, later } }) => {
    const page = await openCard();
    await page.press('Talk');
    const first = await browser.showing('window.html');
    await until(() => page.cardState()).toBe('speaking');
    const place = { left: 120, top: 60, width: 520, height: 640 };
    await update(first, place);
    const remembered = () =>
      first.run(async () => (await chrome.storage.local.get('windowPlace'))['windowPlace']);
    await until(remembered).toEqual(place);
    await first.close();
    await until(() => page.cardState()).toBe('error');

    await later();
    await page.press('Talk');
    const second = await browser.showing('window.html');
    await until(() => placeOf(second)).toEqual(place);
    await second.close();

    const backstage = await browser.backstage();
    const far = { left: 9_000, top: 9_000, width: 500, height: 500 };
    await backstage.run((windowPlace) => chrome.storage.local.set({ windowPlace }), far);
    await later();
    await page.press('Talk');
    const third = await browser.showing('window.html');
    const isOnScreen = () =>
      third.run(
        () => screenX + outerWidth <= screen.width && screenY + outerHeight <= screen.height,
      );
    await until(isOnScreen).toBe(true);
  },
);

test(
  'minimised, the conversation goes on',
  journey('window-minimised'),
  async ({ stage: { browser, pulse, openCard } }) => {
    const page = await openCard();
    await page.press('Talk');
    const panel = await browser.showing('window.html');
    await until(() => page.cardState()).toBe('speaking');
    await update(panel, { state: 'minimized' });
    await until(() => panel.run(() => document.visibilityState)).toBe('hidden');
    await until(() => page.cardState()).toBe('listening');
    const from = pulse.speaker.seconds();
    await pulse.say(SHORT);
    await expectPlayed(pulse.speaker, from);
    expect(await panel.run(() => document.visibilityState)).toBe('hidden');
  },
);
