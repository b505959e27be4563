import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Lets the extension read answers without a host permission; nobody else, and no credentials. */
export function cors(app: FastifyInstance, extensionOrigins: readonly string[]): void {
  void app.register(fastifyCors, {
    // An array, even of one, is matched exactly and varies by Origin.
    origin: [...extensionOrigins],
    methods: ['GET'],
    credentials: false,
  });
}
