import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, Refused, refuse } from '../refusal.ts';
import { StoreUnavailable } from '../store/store.ts';

const NOT_FOUND: Refusal = { status: 404, error: 'There is nothing here.', code: 'not_found' };
const INTERNAL: Refusal = { status: 500, error: 'Internal server error', code: 'internal' };
const UNCOUNTED: Refusal = {
  status: 503,
  error: 'The backend cannot count conversations at the moment, so none can be started.',
  code: 'store_unavailable',
  retryAfter: 5,
};

/** The one place where what nobody expected becomes an answer, without telling what it was. */
export function errors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, NOT_FOUND));
  app.setErrorHandler(answerError);
}

/** Answers an error that no route handled: 4xx as a bad request, all others as our own fault. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  void refuse(reply, refusalOf(error, request));
}

function refusalOf(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof StoreUnavailable) {
    request.log.error({ err: error }, 'the store cannot be reached');
    return UNCOUNTED;
  }
  const status = statusOf(error);
  if (status >= 400 && status < 500) {
    return { status, error: 'The request cannot be understood.', code: 'bad_request' };
  }
  request.log.error({ err: error }, 'unexpected error');
  return INTERNAL;
}

function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !('statusCode' in error)) return INTERNAL.status;
  return Number(error.statusCode);
}
