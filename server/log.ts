import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** Where secrets are made unreadable, should anybody ever log what carries them. */
export const REDACTED = [
  'headers.authorization',
  'headers["xi-api-key"]',
  'body.code',
  'body.token',
  'body.signed_url',
];

/** One line for each request, once it is answered. */
export class OneLine extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    err: Error | null | undefined,
    req: FastifyRequest,
    res: FastifyReply,
  ): void {
    const line = { req, res, responseTime: res.elapsedTime };
    if (err) res.log.error({ ...line, err }, 'request errored');
    else res.log.info(line, 'request completed');
  }
}

/** A request as the log shows it: a conversation's signature stands in the query. */
export function withoutQuery({ method, url }: { method: string; url: string }) {
  return { method, url: url.replace(/\?.*/s, '') };
}
