import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Network } from '../config/network.ts';

/** What browsers are told to make of our answers: nothing but data. */
export function headers(app: FastifyInstance, { tls, trustedProxies }: Network): void {
  void app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // Promised only where it is kept: on this computer there is no https.
    strictTransportSecurity: tls !== null || trustedProxies.length > 0,
  });
}
