import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isAgentId } from '../../../core/agent-id.ts';
import {
  type BackendTrouble,
  backendFailure,
  mayTryPublicAgent,
} from '../../../core/backend-answer.ts';
import { LIMITS } from '../../../core/limit.ts';
import { FAILURE_CODES } from '../../../core/remedy.ts';
import { fetchAgents, fetchSignedUrl } from '../../../entrypoints/shared/backend.ts';
import { anyAddress } from '../../support/fuzz/any-address.ts';
import { anyJson, anyValue } from '../../support/fuzz/any-value.ts';
import { upstream } from '../../support/upstream.ts';

const URL_GIVEN = 'wss://api.elevenlabs.io/v1/convai/conversation?agent_id=echo';

describe('a signed URL', () => {
  test('is asked for by the path of the guide, without cookies and from no cache', async () => {
    const { origin, asked } = await upstream((response) =>
      response.end(JSON.stringify({ signed_url: URL_GIVEN })),
    );
    expect(await fetchSignedUrl(origin, 'echo')).toEqual({
      ok: true,
      value: { signedUrl: URL_GIVEN },
    });
    expect(asked[0]?.url).toBe('/api/voice-sdk/signed-url/echo');
    expect(asked[0]?.headers.cookie).toBeUndefined();
    expect(asked[0]?.headers['cache-control']).toBe('no-cache');
  });

  test.each([
    ['HTML', '<html>'],
    ['nothing', ''],
    ['another shape', '{"url":"wss://x"}'],
    ['no address', '{"signed_url":"hello"}'],
    ['more than 16 kB', JSON.stringify({ signed_url: URL_GIVEN, more: 'x'.repeat(17_000) })],
  ])('is not found in %s', async (_, body) => {
    const { origin } = await upstream((response) => response.end(body));
    const trouble = { kind: 'unreadable', status: 200 };
    expect(await fetchSignedUrl(origin, 'echo')).toEqual({ ok: false, trouble });
  });

  test('a refusal comes with its status, its code where there is one, and how long to wait', async () => {
    const { origin } = await upstream((response) => {
      response.writeHead(429, { 'retry-after': '7' });
      response.end('{"error":"Too many","code":"upstream_rate_limited"}');
    });
    const trouble = { kind: 'refused', status: 429, code: 'upstream_rate_limited', retryAfter: 7 };
    expect(await fetchSignedUrl(origin, 'echo')).toEqual({ ok: false, trouble });
  });

  test('a refusal by a backend written from the guide has no code', async () => {
    const { origin } = await upstream((response) => {
      response.writeHead(400).end('{"error":"Invalid agent ID"}');
    });
    const trouble = { kind: 'refused', status: 400 };
    expect(await fetchSignedUrl(origin, 'echo')).toEqual({ ok: false, trouble });
  });

  test('nobody there is told from a bad answer', async () => {
    const { origin } = await upstream((response) => response.destroy());
    expect(await fetchSignedUrl(origin, 'echo')).toMatchObject({
      trouble: { kind: 'unreachable' },
    });
  });
});

describe('the catalogue', () => {
  test('is read as it is', async () => {
    const agents = [{ id: 'echo', name: 'Echo', description: 'Says it back' }];
    const { origin } = await upstream((response) => response.end(JSON.stringify(agents)));
    expect(await fetchAgents(origin)).toEqual({ ok: true, value: agents });
  });

  test('is null where a backend written from the guide has none', async () => {
    const { origin } = await upstream((response, { url }) => {
      if (url === '/api/voice-sdk/token') response.end('{"token":null}');
      else response.writeHead(404).end('<h1>Not Found</h1>');
    });
    expect(await fetchAgents(origin)).toEqual({ ok: true, value: null });
  });

  test('is missing where some other server answers', async () => {
    const { origin } = await upstream((response) =>
      response.writeHead(404).end('<h1>Not Found</h1>'),
    );
    expect(await fetchAgents(origin)).toMatchObject({
      trouble: { kind: 'unreadable', status: 404 },
    });
  });

  test('with an agent whose id is none is not believed', async () => {
    const { origin } = await upstream((response) => response.end('[{"id":"a&b","name":"x"}]'));
    expect(await fetchAgents(origin)).toMatchObject({ ok: false, trouble: { kind: 'unreadable' } });
  });
});

describe('whatever a backend answers', () => {
  afterEach(() => void vi.unstubAllGlobals());
  const anyLease = fc.record({
    id: fc.oneof(fc.string(), anyValue),
    renewEverySeconds: fc.oneof(fc.double(), anyValue),
  });
  const anyBody = fc.oneof(
    fc.record(
      {
        signed_url: fc.oneof(fc.constant(URL_GIVEN), anyAddress, anyValue),
        lease: fc.oneof(anyLease, anyValue),
        error: fc.oneof(fc.string(), anyValue),
        code: fc.oneof(fc.constantFrom('limit_reached', 'token_invalid', 'constructor'), anyValue),
        limit: fc.oneof(fc.constantFrom(...LIMITS), anyValue),
      },
      { requiredKeys: [] },
    ),
    fc.array(
      fc.record({ id: fc.oneof(fc.constant('echo'), anyValue), name: fc.string(), more: anyValue }),
      { maxLength: 3 },
    ),
    anyValue,
  );
  const anyAnswer = fc.record({
    status: fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 })),
    body: fc.oneof(
      anyJson(anyBody),
      fc.nat(20_000).map((length) => `"${'x'.repeat(length)}"`),
    ),
    retryAfter: fc.oneof(
      fc.constantFrom('7', '-1', '1e999', 'Wed, 21 Oct', ''),
      fc.stringMatching(/^[!-~]*$/),
    ),
  });

  /** Lets the backend answer so. */
  function answers({
    status,
    body,
    retryAfter,
  }: {
    status: number;
    body: string;
    retryAfter: string;
  }) {
    const hasNone = [204, 205, 304].includes(status);
    const headers = { 'retry-after': retryAfter };
    vi.stubGlobal('fetch', async () => new Response(hasNone ? null : body, { status, headers }));
  }

  test(
    'a signed URL is an address, and all else a failure that can be told',
    { tags: 'property' },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyAnswer, async (answer) => {
          answers(answer);
          const minted = await fetchSignedUrl('https://voice.example', 'echo');
          if (!minted.ok) return expectTellable(minted.trouble);
          const { signedUrl, lease } = minted.value;
          expect(URL.canParse(signedUrl)).toBe(true);
          if (lease === undefined) return;
          expect(lease.id.length).toBeLessThanOrEqual(100);
          expect(lease.everyMs >= 1_000 && lease.everyMs <= 600_000).toBe(true);
        }),
      );
    },
  );

  test(
    'a catalogue names agents, and all else is a failure that can be told',
    { tags: 'property' },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyAnswer, async (answer) => {
          answers(answer);
          const catalogue = await fetchAgents('https://voice.example');
          if (!catalogue.ok) return expectTellable(catalogue.trouble);
          for (const { id, name } of catalogue.value ?? []) {
            expect(isAgentId(id)).toBe(true);
            expect(typeof name).toBe('string');
          }
        }),
      );
    },
  );
});

function expectTellable(trouble: BackendTrouble): void {
  const { code, retryAfter = 0 } = backendFailure(trouble);
  expect(FAILURE_CODES).toContain(code);
  expect(retryAfter >= 0 && Number.isFinite(retryAfter)).toBe(true);
  expect(typeof mayTryPublicAgent(trouble)).toBe('boolean');
}
