import { resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { extensionIdAt } from '../../scripts/extension-id.js';
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
} from '../support/say.ts';
import {
  IN_CHROME,
  type Speaker,
  expectHeardAsDeclared,
  expectNothingFrom,
} from '../support/senders.ts';
import {
  type Stage,
  card,
  cardOn,
  clickTalk,
  expect,
  expectLive,
  expectState,
  test,
} from './stage.ts';

const OTHER = resolve('test/support/other-extension');

test.use({ sites: ['http://127.0.0.1'], others: [OTHER] });

test('every message is heard from those who may send it, and from nobody else', async ({
  stage,
}) => {
  // There is a host once there has been a conversation.
  const live = await stage.open(card());
  await clickTalk(cardOn(live));
  await expectLive(cardOn(live));
  const around = await stage.open(`${card()}<iframe src="/"></iframe>`);
  await expectState(cardOn(around), 'idle');
  const off = await stage.open(card(), { site: 'http://elsewhere.test' });
  const target = { tabId: await tabOf(stage, off) };

  await expectNothingFrom(
    (func) => inWorker(stage, inWorldOf(target, func)),
    () => inWorker(stage, TABS),
  );
  const says = inPage(stage, target);
  await expectHeardAsDeclared({ who: 'a site where voice is off', is: 'content', says }, IN_CHROME);
  for (const speaker of await speakersOn(stage, around))
    await expectHeardAsDeclared(speaker, IN_CHROME);
  expect(await live.evaluate(() => 'runtime' in (Reflect.get(globalThis, 'chrome') ?? {}))).toBe(
    false,
  );
});

/** Everybody of ours there is, about a page, and another extension. */
async function speakersOn(stage: Stage, page: Page): Promise<Speaker[]> {
  const tabId = await tabOf(stage, page);
  // Some of what pages hear is heard by this script, which comes where there are marks.
  await inWorker(stage, executing({ target: { tabId }, files: ['/marks.js'] }));
  const frames = executing({ target: { tabId, allFrames: true } }, '() => 0');
  const ids = await inWorker<number[]>(
    stage,
    `${frames}.then((all) => all.map(({ frameId }) => frameId))`,
  );
  expect(ids).toHaveLength(2);
  const own = async (who: string, name: string): Promise<Speaker> => {
    const opened = await stage.openOwn(name);
    return { who, is: 'page', says: (speech) => opened.evaluate(saying(speech)), tabId };
  };
  const [first, second] = ids.map((id) => inPage(stage, { tabId, frameIds: [id] }));
  if (!first || !second) throw new Error('There is no frame.');
  return [
    { who: 'a site where voice is on', is: 'content', says: first },
    { who: 'a frame in it', is: 'content', says: second },
    await own('the popup', `popup.html?tab=${tabId}`),
    await own('the options', 'options.html'),
    await own('the panel', 'panel.html'),
    {
      who: 'the host',
      is: 'host',
      says: async (speech) => (await stage.host.run<Verdict[]>(saying(speech))) ?? [],
    },
    {
      who: 'the background',
      is: 'background',
      says: (speech) => inWorker(stage, saying(speech)),
      tabId,
    },
    { who: 'another extension', is: 'outside', says: await inOther(stage) },
  ];
}

/** What the extension's own script says in a page, or in a frame of it. */
function inPage(stage: Stage, target: Target) {
  return (speech: Speech): Promise<Verdict[]> => inWorker(stage, sayingIn(target, speech));
}

/** What another extension says to ours. */
async function inOther({ browser }: Stage) {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionIdAt(OTHER)}/page.html`);
  const { extensionId } = browser;
  return (speech: Speech): Promise<Verdict[]> => page.evaluate(saying({ ...speech, extensionId }));
}

async function inWorker<T>({ browser }: Stage, expression: string): Promise<T> {
  return (await browser.worker()).evaluate<T>(expression);
}

function tabOf(stage: Stage, page: Page): Promise<number> {
  return inWorker(stage, tabAt(page.url()));
}
