import { resolve } from 'node:path';
import {
  type Speech,
  TABS,
  type Target,
  type Verdict,
  executing,
  inWorldOf,
  saying,
  sayingIn,
  tabAt,
} from '../../support/say.ts';
import {
  IN_FIREFOX,
  type Speaker,
  expectHeardAsDeclared,
  expectNothingFrom,
} from '../../support/senders.ts';
import type { Browser } from './browser.ts';
import type { CardPage } from './card-page.ts';
import { card, test, until } from './stage.ts';
import type { View } from './view.ts';

const OTHER = resolve('test/support/other-extension');
const OFF = 'http://plain.test';

interface Pages {
  readonly on: CardPage;
  readonly off: CardPage;
}

test.use({ sites: ['http://127.0.0.1'] });

test('every message is heard from those who may send it, and from nobody else', async ({
  stage,
}) => {
  // Some 300 messages, one after the other.
  // There is a host once there has been a conversation.
  const live = await stage.openCard();
  await live.press('Talk');
  await until(() => live.cardState()).toMatch(/listening|speaking/);
  const around = await stage.openCard({}, `${card()}<iframe src="/"></iframe>`);
  const off = await stage.open(card(), { site: OFF });
  // The browser's leave is one thing, voice that is switched on another.
  await stage.browser.grantSites([OFF]);

  const popup = await stage.browser.openOwn('popup.html');
  const tabId = await tabOf(popup, off);
  await expectNothingFrom(
    (func) => popup.evaluate(inWorldOf({ tabId }, func)),
    () => popup.evaluate(TABS),
  );
  for (const { who, ...speaker } of await speakersOn(stage.browser, popup, { on: around, off })) {
    await expectHeardAsDeclared({ who: `${who}, in Firefox`, ...speaker }, IN_FIREFOX);
  }
});

/** Everybody of ours there is, about a page where voice is on and one where it is off, and another extension. */
async function speakersOn(browser: Browser, popup: View, { on, off }: Pages): Promise<Speaker[]> {
  const tabId = await tabOf(popup, on);
  const own = async (page: string) => sayingAt(await browser.openOwn(page));
  // Some of what pages hear is heard by this script, which comes where there are marks.
  await popup.evaluate(executing({ target: { tabId }, files: ['/marks.js'] }));
  const frames = executing({ target: { tabId, allFrames: true } }, '() => 0');
  const ids = await popup.evaluate<number[]>(
    `${frames}.then((all) => all.map(({ frameId }) => frameId))`,
  );
  const [page = 0, frame] = ids.toSorted((a, b) => a - b);
  if (frame === undefined) throw new Error('There is no frame.');
  const inPage = (who: string, target: Target): Speaker => ({
    who,
    is: 'content',
    says: (speech) => popup.evaluate(sayingIn(target, speech)),
  });
  return [
    inPage('a site where voice is off', { tabId: await tabOf(popup, off) }),
    inPage('a site where voice is on', { tabId, frameIds: [page] }),
    inPage('a frame in it', { tabId, frameIds: [frame] }),
    { who: 'the popup', is: 'page', says: sayingAt(popup), tabId },
    { who: 'the options', is: 'page', says: await own('options.html'), tabId },
    { who: 'the panel', is: 'page', says: await own('panel.html'), tabId },
    { who: 'the background', is: 'background', says: inBackground(popup), tabId },
    { who: 'another extension', is: 'outside', says: await inOther(browser) },
    // Last, since a window that says it has just opened has lost its conversation.
    { who: 'the host', is: 'host', says: sayingAt(await browser.showing('window.html')) },
  ];
}

/** What a page of ours says. */
function sayingAt(view: View) {
  return (speech: Speech): Promise<Verdict[]> => view.evaluate(saying(speech));
}

/** What the background says; another page of ours has it say so. */
function inBackground(view: View) {
  return (speech: Speech): Promise<Verdict[]> =>
    view.evaluate(`chrome.runtime.getBackgroundPage().then(({ chrome }) => ${saying(speech)})`);
}

/** What another extension says to ours. */
async function inOther(browser: Browser) {
  const page = await browser.openOther(OTHER, 'page.html');
  const { extensionId } = browser;
  return (speech: Speech): Promise<Verdict[]> => page.evaluate(saying({ ...speech, extensionId }));
}

async function tabOf(popup: View, page: View): Promise<number> {
  return popup.evaluate(tabAt(await page.address()));
}
