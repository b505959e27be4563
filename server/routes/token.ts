import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Mint } from '../mint.ts';
import { ERRORS, type Refusal, refuse } from '../refusal.ts';
import { Lease, leaseOf } from './lease-shape.ts';

export interface TokenRouteOptions {
  readonly mint: Mint;
  /** Whether the built-in agent answers, which speaks over WebSockets alone. */
  readonly isEcho: boolean;
}

const placeholder = {
  summary: 'Nothing: the placeholder of the guide',
  response: { 200: Type.Object({ token: Type.Null() }), ...ERRORS },
};
const schema = {
  summary: 'A token for one WebRTC conversation with an agent',
  params: Type.Object({ agentId: Type.String() }),
  response: {
    200: Type.Object({ token: Type.String(), lease: Type.Optional(Lease) }),
    ...ERRORS,
  },
};
const NO_WEBRTC: Refusal = {
  status: 501,
  error: 'The echo agent speaks over WebSockets alone.',
  code: 'webrtc_unavailable',
};

/**
 * `GET /api/voice-sdk/token`: the guide's placeholder; signed URLs do what it was meant for. With an
 * agent's id, a token for one WebRTC conversation.
 */
export const tokenRoute: FastifyPluginCallbackTypebox<TokenRouteOptions> = (
  app,
  { mint, isEcho },
  done,
) => {
  app.get('/api/voice-sdk/token', { schema: placeholder }, () => ({ token: null }));
  app.get('/api/voice-sdk/token/:agentId', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (isEcho) return refuse(reply, NO_WEBRTC);
    const minted = await mint('token', request.params.agentId, request);
    if (!minted.ok) return refuse(reply, minted.refusal);
    return { token: minted.value, ...leaseOf(minted.leaseId) };
  });
  done();
};
