import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { summary } from '../../../core/conversation.ts';
import type { Settings } from '../../../core/settings.ts';
import { lastConversation, lastWish, siteStarts } from '../../../entrypoints/background/journal.ts';
import { forgetKept } from '../../../entrypoints/background/kept-line.ts';
import { mint } from '../../../entrypoints/background/mint.ts';
import { prepare, watchForgetting } from '../../../entrypoints/background/prepare.ts';
import { keepToken } from '../../../entrypoints/shared/backend-token.ts';
import { changeSettings } from '../../../entrypoints/shared/settings-store.ts';
import { approvals } from '../../support/approvals.ts';
import { talk } from '../../support/conversation.ts';
import { upstream } from '../../support/upstream.ts';
import { eventually } from '../../support/eventually.ts';

const { warmHost, mayHear } = vi.hoisted(() => ({
  warmHost: vi.fn(async () => {}),
  mayHear: vi.fn(async () => true),
}));
vi.mock('../../../entrypoints/background/this-browser.ts', () => ({ warmHost, mayHear }));

const PATH = '/v1/convai/conversation';
const WISH = { tabId: 1, frameId: 0, agentId: 'a', mode: 'voice', attributes: {} } as const;

let tab = 0;
/** Each test has a site of its own: one is asked for ahead only so often. */
let site = '';

beforeEach(() => {
  site = `https://shop-${++tab}.example`;
  fakeBrowser.reset();
  vi.clearAllMocks();
});
afterEach(async () => {
  vi.useRealTimers();
  await forgetKept();
});

/** A backend that has a lease for each conversation, and a page on which these agents are allowed. */
async function stage(settings: Partial<Settings> = {}) {
  let given = 0;
  const bodies: unknown[] = [];
  const { origin, asked } = await upstream((response, request) => {
    request.on('data', (body: Buffer) => bodies.push(JSON.parse(body.toString())));
    const agent = request.url?.split('/').at(-1);
    const lease = { id: `lease-${++given}`, renewEverySeconds: 20 };
    const signed_url = `ws://${request.headers.host}${PATH}?agent_id=${agent}&n=${given}`;
    response.end(JSON.stringify({ signed_url, lease }));
  });
  await changeSettings({
    backendUrl: origin,
    sites: [site],
    approvals: approvals([site], ['a', 'b']),
    ...settings,
  });
  await lastWish.setValue({ ...WISH, site });
  const asks = () => asked.map(({ url }) => url.replace('/api/voice-sdk/', ''));
  return { asks, bodies, mints: () => asks().filter((url) => url.startsWith('signed-url')) };
}

/** The pointer comes near a card, on a page of its own unless it is said on which. */
function near(agentId = 'a', { tabId = ++tab, origin = site } = {}) {
  const url = `${site}/page`;
  return prepare(agentId, { url, origin, frameId: 0, tab: { id: tabId, url } });
}

test('a person near an allowed card has its address at once, and the host open', async () => {
  const { mints } = await stage();
  await near();
  await eventually(() => expect(mints()).toEqual(['signed-url/a']));
  expect(warmHost).toHaveBeenCalledTimes(1);
  expect(await mint('a')).toMatchObject({ ok: true, value: { lease: { id: 'lease-1' } } });
  expect(mints()).toHaveLength(1);
  await eventually(async () => expect((await siteStarts.getValue())[site]).toHaveLength(1));
});

test('a click that is faster than the backend waits for what is on its way', async () => {
  const { mints } = await stage();
  await near();
  await mint('a');
  expect(mints()).toHaveLength(1);
});

test('an address is used once', async () => {
  const { mints } = await stage();
  await near();
  await mint('a');
  expect(await mint('a')).toMatchObject({ ok: true });
  expect(mints()).toHaveLength(2);
});

test('what was prepared counts no start of the site until it is used', async () => {
  await stage();
  await near();
  expect(await siteStarts.getValue()).toEqual({});
});

describe('nothing is prepared', () => {
  test.each<[string, () => unknown]>([
    ['where the person does not want it', () => changeSettings({ prefetches: false })],
    ['where voice is off', () => changeSettings({ sites: [] })],
    ['for an agent that was not allowed', () => changeSettings({ approvals: [] })],
    ['while a conversation runs', () => lastConversation.setValue(summary(talk(), 1))],
    ['where the site has to wait', () => siteStarts.setValue({ [site]: [Date.now()] })],
    ['without a microphone', () => mayHear.mockResolvedValueOnce(false)],
  ])('%s', async (_case, set) => {
    const { asks } = await stage();
    await set();
    await near();
    expect(warmHost).not.toHaveBeenCalled();
    expect(await mint('a')).toMatchObject({ ok: true });
    expect(asks()).toEqual(['signed-url/a']);
  });

  test('in a document without an origin of its own', async () => {
    await stage();
    await near('a', { origin: 'null' });
    expect(warmHost).not.toHaveBeenCalled();
  });

  test('more than once for a card, however often one comes near', async () => {
    const { mints } = await stage();
    for (let i = 0; i < 3; i++) await near('a', { tabId: 1 });
    await mint('a');
    expect(mints()).toHaveLength(1);
    expect(warmHost).toHaveBeenCalledTimes(1);
  });
});

describe('an address is given back', () => {
  test('a minute after nobody used it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { asks, bodies } = await stage();
    await near();
    await eventually(() => expect(asks()).toEqual(['signed-url/a']));
    await vi.advanceTimersByTimeAsync(58_000);
    expect(asks()).toEqual(['signed-url/a']);
    await vi.advanceTimersByTimeAsync(2_000);
    await eventually(() => expect(bodies).toEqual([{ unused: true }]));
    expect(asks()).toEqual(['signed-url/a', 'lease/lease-1/end']);
    await mint('a');
    expect(asks().at(-1)).toBe('signed-url/a');
  });

  test('when another takes its place', async () => {
    const { asks } = await stage();
    await near('a');
    await near('b');
    await eventually(() => expect(asks()).toContain('lease/lease-1/end'));
    expect(asks().toSorted()).toEqual(['lease/lease-1/end', 'signed-url/a', 'signed-url/b']);
  });

  test('before another agent is called, which may be one too many otherwise', async () => {
    const { asks } = await stage();
    await near('a');
    await mint('b');
    expect(asks()).toEqual(['signed-url/a', 'lease/lease-1/end', 'signed-url/b']);
  });

  test('when settings or token are others', async () => {
    watchForgetting();
    const { asks } = await stage();
    await near();
    await changeSettings({ volume: 0.5 });
    await eventually(() => expect(asks()).toEqual(['signed-url/a', 'lease/lease-1/end']));
    await near();
    await keepToken('https://voice.example', 'vc_token');
    await eventually(() => expect(asks()).toHaveLength(4));
  });
});

test('when its conversation begins the backend is told that nothing was used before', async () => {
  const { asks, bodies } = await stage();
  await near();
  await mint('a');
  await eventually(() => expect(asks()).toEqual(['signed-url/a', 'lease/lease-1/renew']));
  await eventually(() => expect(bodies).toEqual([{ unused: true }]));
});

test('what went wrong ahead of a click is asked for anew', async () => {
  let asked = 0;
  const { origin } = await upstream((response, { headers }) => {
    if (asked++ === 0) return response.writeHead(500).end('{"error":"no"}');
    return response.end(JSON.stringify({ signed_url: `ws://${headers.host}${PATH}?agent_id=a` }));
  });
  await stage({ backendUrl: origin });
  await near();
  expect(await mint('a')).toMatchObject({ ok: true });
  expect(asked).toBe(2);
});
