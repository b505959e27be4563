import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mint } from '../../../entrypoints/background/mint.ts';
import { changeSettings } from '../../../entrypoints/shared/settings-store.ts';
import { upstream } from '../../support/upstream.ts';

beforeEach(() => fakeBrowser.reset());

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
