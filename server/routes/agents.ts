import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Agent } from '../agent.ts';
import type { Access } from '../plugins/access.ts';
import { ERRORS, refuse } from '../refusal.ts';

const schema = {
  summary: 'Who may be talked to',
  response: { 200: Type.Array(Agent), ...ERRORS },
};

/** `GET /api/voice-sdk/agents`: who may be talked to, by whoever asks. */
export const agentsRoute: FastifyPluginCallbackTypebox<{
  agents: readonly Agent[];
  access: Access;
}> = (app, { agents, access }, done) => {
  app.get('/api/voice-sdk/agents', { schema }, async (request, reply) => {
    const bearer = await access.bearer(request.headers.authorization);
    if (!bearer.ok) return refuse(reply, bearer.refusal);
    const allowed = bearer.token?.grant.agents ?? null;
    return agents.filter(({ id }) => allowed === null || allowed.includes(id));
  });
  done();
};
