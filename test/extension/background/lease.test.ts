import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reportLease } from '../../../entrypoints/background/lease.ts';
import { keepToken } from '../../../entrypoints/shared/backend-token.ts';
import { onMessage } from '../../../entrypoints/shared/messaging.ts';
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
  expect(await reportLease(REPORT)).toBe(70_000);
  expect(asked).toMatchObject([
    {
      url: '/api/voice-sdk/lease/a%2Fb/renew',
      headers: { authorization: 'Bearer vc_token', 'content-type': 'application/json' },
    },
  ]);
});

test.each([[null], [9_000_000]])(
  'what is left is a day at most, which a timer can count: %o seconds',
  async (secondsLeft) => {
    await backendThatSays(200, { secondsLeft });
    expect(await reportLease({ ...REPORT, conversation: null })).toBe(86_400_000);
  },
);

test.each([
  [404, { error: 'no', code: 'lease_unknown' }],
  [500, {}],
  [200, { secondsLeft: -1 }],
])('a backend in trouble ends nothing: %i %o', async (status, body) => {
  await backendThatSays(status, body);
  expect(await reportLease(REPORT)).toBeNull();
});

test('a token that is good no more ends the conversation, and says why', async () => {
  const ended = vi.fn();
  onMessage('end', ({ data }) => ended(data));
  await backendThatSays(401, { error: 'no', code: 'token_invalid' });
  expect(await reportLease(REPORT)).toBeNull();
  expect(ended).toHaveBeenCalledExactlyOnceWith({ because: 'token_invalid' });
});

test('one that is over is told of, whatever the backend makes of it', async () => {
  const asked = await backendThatSays(500, {});
  expect(await reportLease({ ...REPORT, isOver: true })).toBeNull();
  expect(asked).toMatchObject([{ url: '/api/voice-sdk/lease/a%2Fb/end' }]);
});
