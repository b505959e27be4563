import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/** `GET /docs`: what can be asked, and what is answered, as OpenAPI; made of the routes' own schemas. */
export function docs(app: FastifyInstance): void {
  void app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Voice Cards: the companion backend',
        version: '1',
        description: 'Decides who may talk to which agent, and how much.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
  });
  app.after(() => {
    app.get('/docs', { schema: { hide: true } }, () => app.swagger());
  });
}
