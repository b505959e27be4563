import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Agent } from '../agent.ts';

/** `GET /api/voice-sdk/agents`: who may be talked to. */
export const agentsRoute: FastifyPluginCallbackTypebox<{ agents: readonly Agent[] }> = (
  app,
  { agents },
  done,
) => {
  const schema = { response: { 200: Type.Array(Agent) } };
  app.get('/api/voice-sdk/agents', { schema }, () => [...agents]);
  done();
};
