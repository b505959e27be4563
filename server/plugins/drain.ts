import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** For how long callers are still answered, and asked to hang up, before a server closes, in milliseconds. */
const FAREWELL_MS = 500;

/** A server that says so before it closes. */
export interface Drain {
  readonly isClosing: () => boolean;
  /** Resolves when nobody is likely to be in the middle of asking. */
  readonly farewell: () => Promise<void>;
}

/**
 * A caller may be sending a request over a kept connection just when it is closed, and would lose it.
 * So every answer says first that its connection will be of no more use.
 */
export function drain(app: FastifyInstance): Drain {
  let isClosing = false;
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done();
  });
  return {
    isClosing: () => isClosing,
    async farewell() {
      isClosing = true;
      if (app.server.listening) await delay(FAREWELL_MS);
    },
  };
}
