import type { FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';

/** The body of every answer that is an error: a sentence for people, a stable word for machines. */
export const ErrorBody = Type.Object({ error: Type.String(), code: Type.String() });

/** What to answer instead of what was asked for. */
export interface Refusal extends Static<typeof ErrorBody> {
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

/** Answers a request with a refusal. */
export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, error, code, retryAfter } = refusal;
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply.code(status).send({ error, code });
}
