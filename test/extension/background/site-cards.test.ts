import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetSiteCards, siteCards } from '../../../entrypoints/background/site-cards.ts';

const SITE = 'https://shop.example';
const CARDS = [{ selector: '#help', agentId: 'echo' }];
const BODY = JSON.stringify({ version: 1, cards: CARDS });
const HOUR = 3_600_000;

/** The origins whose descriptions are stored. */
async function keptOf(): Promise<string[]> {
  const { siteCards: kept } = await fakeBrowser.storage.local.get<{ siteCards: object }>();
  return Object.keys(kept);
}

const ask = vi.fn<typeof fetch>();

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('fetch', ask);
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  ask.mockReset();
});

test('a description is asked for once an hour, and again only by its tag', async () => {
  ask.mockResolvedValueOnce(new Response(BODY, { headers: { etag: '"1"' } }));
  expect(await Promise.all([siteCards(SITE), siteCards(SITE)])).toEqual([CARDS, CARDS]);
  expect(await siteCards(SITE)).toEqual(CARDS);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(ask.mock.lastCall?.[0]).toBe(`${SITE}/.well-known/voice-cards.json`);
  expect(ask.mock.lastCall?.[1]).toMatchObject({ credentials: 'omit', redirect: 'error' });

  vi.setSystemTime(HOUR);
  ask.mockResolvedValueOnce(new Response(null, { status: 304 }));
  expect(await siteCards(SITE)).toEqual(CARDS);
  expect(ask.mock.lastCall?.[1]?.headers).toMatchObject({ 'if-none-match': '"1"' });
  expect(await siteCards(SITE)).toEqual(CARDS);
  expect(ask).toHaveBeenCalledTimes(2);
});

test.each([
  ['is missing', () => Promise.resolve(new Response('', { status: 404 }))],
  ['is too large', () => Promise.resolve(new Response(BODY + ' '.repeat(65_536)))],
  ['makes no sense', () => Promise.resolve(new Response('[]'))],
  ['leads elsewhere', () => Promise.reject(new TypeError('redirected'))],
])('where it %s there are none, and one request a day', async (_, answer) => {
  ask.mockImplementation(answer);
  expect(await siteCards(SITE)).toEqual([]);
  vi.setSystemTime(24 * HOUR - 1);
  expect(await siteCards(SITE)).toEqual([]);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.setSystemTime(24 * HOUR);
  await siteCards(SITE);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('what is known of a site goes when voice goes off there', async () => {
  ask.mockImplementation(() => Promise.resolve(new Response(BODY)));
  await siteCards(SITE);
  await siteCards('https://other.example');
  await forgetSiteCards((origin) => origin === SITE);
  await siteCards(SITE);
  expect(ask).toHaveBeenCalledTimes(2);
  await siteCards('https://other.example');
  expect(ask).toHaveBeenCalledTimes(3);
});

test('what a site answers after voice went off there is not kept, nor what it overtakes lost', async () => {
  const answers = Promise.withResolvers<Response>();
  ask.mockReturnValueOnce(answers.promise).mockResolvedValueOnce(new Response(BODY));
  const late = siteCards(SITE);
  await expect.poll(() => ask).toHaveBeenCalledTimes(1);
  await forgetSiteCards((origin) => origin !== SITE);
  expect(ask.mock.lastCall?.[1]?.signal?.aborted).toBe(true);
  await siteCards('https://other.example');
  answers.resolve(new Response(BODY));
  expect(await late).toEqual([]);
  expect(await keptOf()).toEqual(['https://other.example']);
});

test('a question that had not begun when voice went off begins no more', async () => {
  ask.mockImplementation(() => Promise.resolve(new Response(BODY)));
  const late = siteCards(SITE);
  await forgetSiteCards((origin) => origin !== SITE);
  expect(await late).toEqual([]);
  await siteCards('https://other.example');
  expect(await keptOf()).toEqual(['https://other.example']);
});

test('sites that answer at the same time are all kept', async () => {
  ask.mockImplementation(() => Promise.resolve(new Response(BODY)));
  const sites = [SITE, 'https://other.example', 'https://third.example'];
  await Promise.all(sites.map(siteCards));
  expect(await keptOf()).toEqual(sites);
});
