import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../refusal.ts';

const NOT_FOUND: Refusal = { status: 404, error: 'There is nothing here.', code: 'not_found' };
const INTERNAL: Refusal = { status: 500, error: 'Internal server error', code: 'internal' };

/** The one place where what nobody expected becomes an answer, without telling what it was. */
export function errors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, NOT_FOUND));
  app.setErrorHandler(answerError);
}

/** Answers an error that no route handled: 4xx as a bad request, all others as our own fault. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const status = statusOf(error);
  if (status >= 400 && status < 500) {
    void refuse(reply, { status, error: 'The request cannot be understood.', code: 'bad_request' });
    return;
  }
  request.log.error({ err: error }, 'unexpected error');
  void refuse(reply, INTERNAL);
}

function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !('statusCode' in error)) return INTERNAL.status;
  return Number(error.statusCode);
}
