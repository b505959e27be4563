import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { ServerBudget } from '../budget/limits.ts';
import { serverUsage } from '../budget/usage.ts';
import type { Metrics } from '../metrics.ts';
import { ERRORS, type Refusal, refuse } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import { hashOf, isSameHash } from '../tokens/secret.ts';

export interface MetricsOptions {
  readonly metrics: Metrics;
  readonly store: Store;
  readonly all: ServerBudget;
  /** What has to be shown as a bearer's token. */
  readonly secret: string;
  /** Milliseconds since the epoch. */
  readonly today: () => number;
}

const schema = {
  summary: 'Figures for Prometheus',
  response: { 200: Type.String(), ...ERRORS },
};
const REFUSED: Refusal = {
  status: 401,
  error: 'The metrics have a token of their own.',
  code: 'metrics_refused',
};

/** `GET /metrics`: what goes on, for whoever has its own token. */
export const metricsRoute: FastifyPluginCallbackTypebox<MetricsOptions> = (app, options, done) => {
  const { metrics, store, all, secret, today } = options;
  const right = hashOf(`Bearer ${secret}`);
  app.get('/metrics', { schema, config: { rateLimit: false } }, async (request, reply) => {
    const shown = hashOf(request.headers.authorization ?? '');
    if (!isSameHash(shown, right)) return refuse(reply, REFUSED);
    reply.type(metrics.contentType);
    return metrics.text(await serverUsage(store, all, today()));
  });
  done();
};
