import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';

const Mode = Type.Union([Type.Literal('echo'), Type.Literal('elevenlabs')]);
const Health = Type.Object({ status: Type.Literal('ok'), mode: Mode });

/** Who answers a conversation: the built-in echo agent, or ElevenLabs. */
export type Mode = Static<typeof Mode>;

/** `GET /healthz`: that the backend is up, and who would answer. */
export const healthRoute: FastifyPluginCallbackTypebox<{ mode: Mode }> = (app, { mode }, done) => {
  app.get('/healthz', { schema: { response: { 200: Health } } }, () => ({
    status: 'ok' as const,
    mode,
  }));
  done();
};
