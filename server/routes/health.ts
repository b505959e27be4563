import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';
import { ERRORS, type Refusal, refuse } from '../refusal.ts';
import type { Store } from '../store/store.ts';

const Mode = Type.Union([Type.Literal('echo'), Type.Literal('elevenlabs')]);
const health = {
  summary: 'That the process is alive, and who would answer a conversation',
  response: { 200: Type.Object({ status: Type.Literal('ok'), mode: Mode }), ...ERRORS },
};
const readiness = {
  summary: 'That conversations can be started here',
  response: { 200: Type.Object({ status: Type.Literal('ready') }), ...ERRORS },
};

export interface HealthOptions {
  /** Who answers a conversation: the built-in echo agent, or ElevenLabs. */
  readonly mode: Static<typeof Mode>;
  readonly store: Store;
  readonly isClosing: () => boolean;
}

const CLOSING: Refusal = { status: 503, error: 'This backend is about to stop.', code: 'closing' };

/** `GET /healthz`: that the process is alive. `GET /readyz`: that it is of use. */
export const healthRoute: FastifyPluginCallbackTypebox<HealthOptions> = (app, options, done) => {
  const { mode, store, isClosing } = options;
  const config = { rateLimit: false } as const;
  app.get('/healthz', { schema: health, config }, () => ({ status: 'ok' as const, mode }));
  app.get('/readyz', { schema: readiness, config }, async (_request, reply) => {
    if (isClosing()) return refuse(reply, CLOSING);
    await store.ping();
    return { status: 'ready' as const };
  });
  done();
};
