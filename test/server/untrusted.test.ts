import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { understand } from '../../server/elevenlabs/answer.ts';
import { isSigned } from '../../server/elevenlabs/webhook-signature.ts';
import { readAsked } from '../../server/tokens/asked.ts';
import { HOST, backend, configured } from '../support/backend.ts';
import { anyAddress } from '../support/fuzz/any-address.ts';
import { anyJson, anyText, anyValue } from '../support/fuzz/any-value.ts';
import { runs } from '../support/fuzz/plan.ts';

describe('whatever', () => {
  it('a client asks is answered, and is never our mistake', { tags: 'property' }, async () => {
    const app = backend(configured());
    const anyRequest = fc.record({
      method: fc.constantFrom('GET' as const, 'POST' as const),
      path: fc.constantFrom(
        'lease/a/renew',
        'lease/%00/end',
        'pair',
        'token',
        'agents',
        'usage',
        'x',
      ),
      type: fc.constantFrom('application/json', 'text/plain', 'application/json; charset=x', ''),
      authorization: fc.oneof(
        fc.constantFrom('Bearer x', 'Basic x', ''),
        fc.stringMatching(/^[!-~]{0,40}$/),
      ),
      body: anyJson(
        fc.record(
          { code: fc.oneof(fc.string(), anyValue), conversation: anyValue },
          { requiredKeys: [] },
        ),
      ),
    });
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ method, path, type, authorization, body }) => {
        const { statusCode } = await app.inject({
          method,
          url: `/api/voice-sdk/${path}`,
          headers: { host: HOST, authorization, 'content-type': type },
          ...(method === 'POST' && { payload: body }),
        });
        expect(statusCode).toBeGreaterThanOrEqual(200);
        expect(statusCode).toBeLessThan(500);
      }),
      // Each is a request, of 8 ms.
      { numRuns: runs(0.25) },
    );
  });

  it('ElevenLabs answers is what was asked for, or a failure', { tags: 'property' }, () => {
    const anyReply = fc.record({
      status: fc.oneof(fc.constant(200), fc.integer({ min: 0, max: 999 })),
      retryAfter: fc.oneof(fc.constantFrom('7', '-1', '1e9'), anyText),
      text: anyJson(
        fc.record(
          {
            signed_url: fc.oneof(anyAddress, anyValue),
            token: fc.oneof(fc.constant('eyJ.x-y_z'), anyValue),
            conversation_id: fc.oneof(fc.constantFrom('conv_1', 'a/b'), anyValue),
          },
          { requiredKeys: [] },
        ),
      ),
    });
    fc.assert(
      fc.property(anyReply, fc.constantFrom('signed_url', 'token'), (reply, wanted) => {
        const answer = understand(reply, wanted);
        if (!answer.ok) {
          expect(answer.failure.retryAfter ?? 0).toBeGreaterThanOrEqual(0);
          return;
        }
        expect(reply.status).toBe(200);
        expect(answer.value).toMatch(wanted === 'token' ? /^[\w.~+/=-]+$/ : /^wss?:\/\//);
        if (answer.conversation !== null) expect(answer.conversation).toMatch(/^[\w-]{1,128}$/);
      }),
    );
  });

  it('stands in a signature, only the right one counts', { tags: 'property' }, () => {
    const anySignature = fc.oneof(
      anyText,
      fc
        .tuple(fc.nat(2_000), fc.stringMatching(/^[0-9a-f]{62,66}$/))
        .map(([t, v]) => `t=${t},v0=${v}`),
    );
    fc.assert(
      fc.property(anySignature, anyText, (signature, body) => {
        expect(isSigned(Buffer.from(body), signature, 'secret', 1_000_000)).toBe(false);
      }),
    );
  });

  it(
    'an operator types or sets is taken whole, or every mistake is told',
    { tags: 'property' },
    () => {
      const names = [
        'PORT',
        'HOST',
        'ELEVENLABS_API_BASE',
        'ELEVENLABS_AGENTS',
        'EXTENSION_ORIGINS',
      ];
      const anyEnvironment = fc.dictionary(
        fc.constantFrom(...names, 'TRUSTED_PROXIES', 'MINTS_PER_DAY', 'LOG_LEVEL', 'METRICS_TOKEN'),
        fc.oneof(anyText, anyAddress, fc.double().map(String)),
      );
      const anyWord = fc.oneof(
        fc.constantFrom('--name', '--sites', '--per-day', '--expires'),
        anyText,
        anyAddress,
      );
      fc.assert(
        fc.property(anyEnvironment, fc.array(anyWord, { maxLength: 6 }), (environment, words) => {
          const read = readConfig(environment);
          if (!read.ok) expect(read.mistakes.length).toBeGreaterThan(0);
          const asked = readAsked(words, 0);
          if (!asked.ok) expect(asked.mistakes.length).toBeGreaterThan(0);
          else expect(asked.token.name).not.toBe('');
        }),
      );
    },
  );
});
