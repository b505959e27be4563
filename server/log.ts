import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** Whatever could carry a secret, should anybody ever log it. */
const SECRETS = ['authorization', 'xi-api-key', 'signed_url', 'token', 'secret', 'code'];

/** Where secrets are made unreadable in a line of the log. */
export const REDACTED = SECRETS.flatMap((name) =>
  ['headers', 'body', 'req.headers', 'req.body'].map((part) => `${part}["${name}"]`),
);

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
