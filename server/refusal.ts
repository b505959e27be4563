import type { FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { LIMITS } from '../core/limit.ts';

/** A limit's name. */
export const LimitName = Type.Enum([...LIMITS]);

/** The body of every answer that is an error: a sentence for people, a stable word for machines. */
const ErrorBody = Type.Object(
  {
    error: Type.String(),
    code: Type.String(),
    limit: Type.Optional(LimitName),
    resetsAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  {
    description: 'What went wrong: in a sentence, in a word, and for a limit which and until when.',
  },
);

/** The answers of every route that are errors. */
export const ERRORS = { '4xx': ErrorBody, '5xx': ErrorBody } as const;

/** What to answer instead of what was asked for. */
export interface Refusal extends Static<typeof ErrorBody> {
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

/** A refusal, thrown where no answer can be given. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.error);
    this.refusal = refusal;
  }
}

/** Answers a request with a refusal. */
export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, retryAfter, ...body } = refusal;
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  if (body.code.startsWith('token_')) reply.header('www-authenticate', 'Bearer');
  return reply.code(status).send(body);
}
