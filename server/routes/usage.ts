import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type Figure, usageOf } from '../budget/usage.ts';
import type { Access } from '../plugins/access.ts';
import { ERRORS, LimitName, refuse } from '../refusal.ts';
import type { Store } from '../store/store.ts';

export interface UsageOptions {
  readonly access: Access;
  readonly store: Store;
  /** Whether nobody reports how long conversations were. */
  readonly isEstimate: boolean;
  /** Milliseconds since the epoch. */
  readonly today: () => number;
}

const when = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const schema = {
  summary: 'What a token has used, and may use',
  response: {
    200: Type.Object({
      token: Type.Union([Type.String(), Type.Null()]),
      expiresAt: when,
      /** Whether minutes are those that the extension counted. */
      isEstimate: Type.Boolean(),
      figures: Type.Array(
        Type.Object({
          limit: LimitName,
          used: Type.Number(),
          most: Type.Union([Type.Number(), Type.Null()]),
          resetsAt: when,
        }),
      ),
    }),
    ...ERRORS,
  },
};

/** `GET /api/voice-sdk/usage`: a token's own figures; none where no token is needed. */
export const usageRoute: FastifyPluginCallbackTypebox<UsageOptions> = (app, options, done) => {
  const { access, store, isEstimate, today } = options;
  app.get('/api/voice-sdk/usage', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const bearer = await access.bearer(request.headers.authorization);
    if (!bearer.ok) return refuse(reply, bearer.refusal);
    const { token } = bearer;
    const figures = token === null ? [] : await usageOf(store, token, today());
    return {
      token: token?.name ?? null,
      expiresAt: written(token?.expiresAt ?? null),
      isEstimate,
      figures: figures.map(shown),
    };
  });
  done();
};

function shown(figure: Figure) {
  return { ...figure, resetsAt: written(figure.resetsAt) };
}

function written(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
