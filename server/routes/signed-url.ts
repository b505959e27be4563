import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Mint } from '../mint.ts';
import { ERRORS, refuse } from '../refusal.ts';
import { Lease, leaseOf } from './lease-shape.ts';

const schema = {
  summary: 'An address for one conversation with an agent',
  params: Type.Object({ agentId: Type.String() }),
  response: {
    200: Type.Object({ signed_url: Type.String(), lease: Type.Optional(Lease) }),
    ...ERRORS,
  },
};

/** `GET /api/voice-sdk/signed-url/:agentId`: an address for one talk with a listed agent. */
export const signedUrlRoute: FastifyPluginCallbackTypebox<{ mint: Mint }> = (
  app,
  { mint },
  done,
) => {
  app.get('/api/voice-sdk/signed-url/:agentId', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const minted = await mint('signed_url', request.params.agentId, request);
    if (!minted.ok) return refuse(reply, minted.refusal);
    return { signed_url: minted.value, ...leaseOf(minted.leaseId) };
  });
  done();
};
