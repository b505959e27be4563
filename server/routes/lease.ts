import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';
import type { Budgets, Said } from '../budget/budgets.ts';
import type { Access } from '../plugins/access.ts';
import { ERRORS, type Refusal, refuse } from '../refusal.ts';

export interface LeaseOptions {
  readonly access: Access;
  readonly budgets: Budgets;
}

const asked = {
  params: Type.Object({ leaseId: Type.String({ maxLength: 64 }) }),
  body: Type.Object(
    {
      conversation: Type.Optional(Type.String({ pattern: '^[\\w-]{1,128}$' })),
      /** Nothing was used of it so far: what has passed is not counted, and at its end it is given back. */
      unused: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
};
const renewal = {
  ...asked,
  summary: 'Says that a conversation goes on',
  response: {
    200: Type.Object({ secondsLeft: Type.Union([Type.Number(), Type.Null()]) }),
    ...ERRORS,
  },
};
const ending = {
  ...asked,
  summary: 'Says that a conversation is over',
  response: { 204: Type.Null(), ...ERRORS },
};

const UNKNOWN: Refusal = {
  status: 404,
  error: 'There is no such conversation, or it is over.',
  code: 'lease_unknown',
};

/** `POST /api/voice-sdk/lease/:leaseId/renew` and `…/end`: how long conversations are, by those who have them. */
export const leaseRoute: FastifyPluginCallbackTypebox<LeaseOptions> = (app, options, done) => {
  const { access, budgets } = options;
  app.post('/api/voice-sdk/lease/:leaseId/renew', { schema: renewal }, async (request, reply) => {
    const bearer = await access.bearer(request.headers.authorization);
    if (!bearer.ok) return refuse(reply, bearer.refusal);
    const { params, body } = request;
    const { token } = bearer;
    if (token === null) return refuse(reply, UNKNOWN);
    const running = await budgets.renew(token, params.leaseId, saidIn(body));
    return running ?? refuse(reply, UNKNOWN);
  });
  app.post('/api/voice-sdk/lease/:leaseId/end', { schema: ending }, async (request, reply) => {
    const bearer = await access.bearer(request.headers.authorization);
    if (!bearer.ok) return refuse(reply, bearer.refusal);
    const { params, body } = request;
    const { token } = bearer;
    const known = token !== null && (await budgets.end(token, params.leaseId, saidIn(body)));
    return known ? reply.code(204).send(null) : refuse(reply, UNKNOWN);
  });
  done();
};

function saidIn({ conversation, unused }: Static<typeof asked.body>): Said {
  return { conversation: conversation ?? null, isUnused: unused === true };
}
