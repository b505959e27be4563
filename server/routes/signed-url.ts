import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { isAgentId } from '../../core/agent-id.ts';
import type { Agent } from '../agent.ts';
import type { UpstreamClient } from '../elevenlabs/client.ts';
import { type UpstreamFailure, refusalOf } from '../elevenlabs/failure.ts';
import { ErrorBody, type Refusal, refuse } from '../refusal.ts';

const schema = {
  params: Type.Object({ agentId: Type.String() }),
  response: { 200: Type.Object({ signed_url: Type.String() }), '4xx': ErrorBody, '5xx': ErrorBody },
};

const AGENT_INVALID: Refusal = { status: 400, error: 'Invalid agent ID', code: 'agent_invalid' };

/** `GET /api/voice-sdk/signed-url/:agentId`: an address for one talk with a listed agent. */
export const signedUrlRoute: FastifyPluginCallbackTypebox<{
  agents: readonly Agent[];
  upstream: UpstreamClient;
}> = (app, { agents, upstream }, done) => {
  const listed: ReadonlySet<string> = new Set(agents.map(({ id }) => id));
  app.get('/api/voice-sdk/signed-url/:agentId', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { agentId } = request.params;
    if (!isAgentId(agentId) || !listed.has(agentId)) return refuse(reply, AGENT_INVALID);
    const answer = await upstream.signedUrl(agentId, request.headers.host);
    if (answer.ok) return { signed_url: answer.signedUrl };
    request.log.warn({ agentId, ...told(answer.failure) }, 'no signed URL');
    return refuse(reply, refusalOf(answer.failure, agentId));
  });
  done();
};

/** A failure as the log takes it: an error only under `err` keeps its message. */
function told(failure: UpstreamFailure): object {
  if (failure.kind !== 'unreachable') return { failure };
  return { failure: { kind: failure.kind }, err: failure.cause };
}
