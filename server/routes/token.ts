import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';

/** `GET /api/voice-sdk/token`: the guide's placeholder; signed URLs do what it was meant for. */
export const tokenRoute: FastifyPluginCallbackTypebox = (app, _options, done) => {
  const schema = { response: { 200: Type.Object({ token: Type.Null() }) } };
  app.get('/api/voice-sdk/token', { schema }, () => ({ token: null }));
  done();
};
