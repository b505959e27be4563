import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import type { Network } from '../config/network.ts';

/** What browsers are told to make of our answers: nothing but data. */
export function headers(app: FastifyInstance, { tls, trustedProxies }: Network): void {
  const always = headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // Promised only where it is kept: on this computer there is no https.
    strictTransportSecurity: tls !== null || trustedProxies.length > 0,
  });
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(always);
    done();
  });
}

/** Helmet's headers, which are the same for every answer, and so are made once. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, (error) => {
    if (error) throw error;
  });
  const entries = Object.entries(response.getHeaders());
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
