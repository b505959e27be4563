import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mint } from '../../../entrypoints/background/mint.ts';
import { lastWish } from '../../../entrypoints/background/journal.ts';
import { keepToken } from '../../../entrypoints/shared/backend-token.ts';
import { changeSettings } from '../../../entrypoints/shared/settings-store.ts';
import type { Wish } from '../../../core/wish.ts';
import { upstream } from '../../support/upstream.ts';

beforeEach(() => fakeBrowser.reset());

const WISH: Wish = {
  tabId: 1,
  frameId: 0,
  site: 'https://shop.example',
  agentId: 'echo',
  mode: 'voice',
  attributes: {},
};
const PATH = '/v1/convai/conversation?agent_id=echo';

test("the backend's own address is good for a microphone when it is this computer", async () => {
  const url = await backendThatGives((host) => `ws://${host}${PATH}`);
  expect(await mint('echo')).toEqual({ ok: true, value: { signedUrl: url } });
});

test('an address elsewhere is refused, and nobody tries the agent as a public one', async () => {
  await backendThatGives(() => `wss://evil.example${PATH}`);
  await changeSettings({ allowPublicAgents: true });
  expect(await mint('echo')).toMatchObject({ ok: false, failure: { code: 'signed_url_refused' } });
});

test.each([
  [404, { ok: true, value: { publicAgentId: 'echo' } }],
  [500, { ok: true, value: { publicAgentId: 'echo' } }],
  [400, { ok: false, failure: { code: 'agent_unknown' } }],
  [401, { ok: false, failure: { code: 'upstream_auth' } }],
  [403, { ok: false, failure: { code: 'backend_refused' } }],
  [429, { ok: false, failure: { code: 'rate_limited' } }],
])('with public agents allowed, after %i: %o', async (status, outcome) => {
  await backendThatRefuses(status);
  await changeSettings({ allowPublicAgents: true });
  expect(await mint('echo')).toEqual(outcome);
});

test('a backend that has a lease for it hands it on, and is told the site and the token', async () => {
  const { origin, asked } = await upstream((response, { headers }) => {
    const lease = { id: 'lease-1', renewEverySeconds: 20 };
    response.end(JSON.stringify({ signed_url: `ws://${headers.host}${PATH}`, lease }));
  });
  await changeSettings({ backendUrl: origin });
  await keepToken(origin, 'vc_token');
  await lastWish.setValue(WISH);
  expect(await mint('echo')).toMatchObject({
    value: { lease: { id: 'lease-1', everyMs: 20_000 } },
  });
  expect(asked[0]?.headers).toMatchObject({
    authorization: 'Bearer vc_token',
    'voice-cards-site': 'https://shop.example',
  });
});

test('no other backend is shown the token, or told the site', async () => {
  const { origin, asked } = await upstream((response) => response.writeHead(500).end());
  await changeSettings({ backendUrl: origin });
  await keepToken('https://company.example', 'vc_token');
  await lastWish.setValue(WISH);
  await mint('echo');
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers).not.toHaveProperty('authorization');
  expect(asked[0]?.headers).not.toHaveProperty('voice-cards-site');
});

test('public agents are not tried unless somebody allowed it', async () => {
  await backendThatRefuses(500);
  expect(await mint('echo')).toEqual({ ok: false, failure: { code: 'backend_error' } });
});

async function backendThatRefuses(status: number): Promise<void> {
  const { origin } = await upstream((response) => response.writeHead(status).end('{"error":"no"}'));
  await changeSettings({ backendUrl: origin });
}

async function backendThatGives(address: (host: string) => string): Promise<string> {
  const { origin } = await upstream((response, { headers }) => {
    response.end(JSON.stringify({ signed_url: address(headers.host ?? '') }));
  });
  await changeSettings({ backendUrl: origin });
  return address(new URL(origin).host);
}
