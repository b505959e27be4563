import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { SITE_HEADER } from '../../core/limit.ts';
import { isExtension } from './extension-origin.ts';

/** For how long a browser need not ask again whether it may ask, in seconds. */
const PREFLIGHT_KEPT_S = 600;

/** Lets the extension read answers without a host permission; nobody else, and no credentials. */
export function cors(app: FastifyInstance, extensionOrigins: readonly string[]): void {
  void app.register(fastifyCors, {
    origin: (origin, done) => done(null, isExtension(origin, extensionOrigins)),
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', SITE_HEADER],
    exposedHeaders: ['retry-after'],
    credentials: false,
    maxAge: PREFLIGHT_KEPT_S,
  });
}
