import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reportLease } from '../../../entrypoints/background/lease.ts';
import { keepToken } from '../../../entrypoints/shared/backend-token.ts';
import { changeSettings } from '../../../entrypoints/shared/settings-store.ts';
import { upstream } from '../../support/upstream.ts';

beforeEach(() => fakeBrowser.reset());

const REPORT = { leaseId: 'a/b', conversation: 'conv_1', isOver: false };

async function backendThatSays(status: number, body: object) {
  const { origin, asked } = await upstream((response) =>
    response.writeHead(status).end(JSON.stringify(body)),
  );
  await changeSettings({ backendUrl: origin });
  await keepToken(origin, 'vc_token');
  return asked;
}

test('a conversation that goes on is told of, with the token', async () => {
  const asked = await backendThatSays(200, { secondsLeft: 70 });
  expect(await reportLease(REPORT)).toEqual({ ok: true, value: 70 });
  expect(asked).toMatchObject([
    {
      url: '/api/voice-sdk/lease/a%2Fb/renew',
      headers: { authorization: 'Bearer vc_token', 'content-type': 'application/json' },
    },
  ]);
});

test('it may last any time where nothing limits it', async () => {
  await backendThatSays(200, { secondsLeft: null });
  expect(await reportLease({ ...REPORT, conversation: null })).toEqual({ ok: true, value: null });
});

test.each([
  [401, { error: 'no', code: 'token_invalid' }, 'token_invalid'],
  [404, { error: 'no', code: 'lease_unknown' }, 'agent_not_found'],
  [200, { secondsLeft: -1 }, 'backend_bad_answer'],
])('what goes wrong is a failure: %i %o', async (status, body, code) => {
  await backendThatSays(status, body);
  expect(await reportLease(REPORT)).toMatchObject({ ok: false, failure: { code } });
});

test('one that is over is told of, whatever the backend makes of it', async () => {
  const asked = await backendThatSays(500, {});
  expect(await reportLease({ ...REPORT, isOver: true })).toEqual({ ok: true, value: null });
  expect(asked).toMatchObject([{ url: '/api/voice-sdk/lease/a%2Fb/end' }]);
});
