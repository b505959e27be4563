import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ERRORS, type Refusal, refuse } from '../refusal.ts';
import { pair } from '../tokens/pair.ts';
import type { Store } from '../store/store.ts';

const schema = {
  summary: 'Exchanges a code that the operator has shown for a token',
  body: Type.Object({ code: Type.String({ maxLength: 32 }) }, { additionalProperties: false }),
  response: { 200: Type.Object({ token: Type.String(), name: Type.String() }), ...ERRORS },
};

/** The same for a code that never was, that is over, used or wrong: an answer must not help to guess. */
const REFUSED: Refusal = {
  status: 403,
  error: 'This code is not valid, or no longer. Ask for another one.',
  code: 'pairing_refused',
};

/** `POST /api/voice-sdk/pair`: how the extension gets a token without anybody copying one. */
export const pairRoute: FastifyPluginCallbackTypebox<{ store: Store; today: () => number }> = (
  app,
  { store, today },
  done,
) => {
  app.post('/api/voice-sdk/pair', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const paired = await pair(store, request.body.code, today());
    request.log.info({ audit: { token: paired?.name ?? null } }, 'pairing');
    return paired ?? refuse(reply, REFUSED);
  });
  done();
};
