import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyHttpOptions } from 'fastify';
import { type Clock, realClock } from './clock.ts';
import type { Config } from './config.ts';
import { echoAgent } from './echo-agent/echo-agent.ts';
import { type UpstreamClient, upstreamClient } from './elevenlabs/client.ts';
import { cors } from './plugins/cors.ts';
import { answerError, errors } from './plugins/errors.ts';
import { guard } from './plugins/guard.ts';
import { agentsRoute } from './routes/agents.ts';
import { healthRoute } from './routes/health.ts';
import { signedUrlRoute } from './routes/signed-url.ts';
import { tokenRoute } from './routes/token.ts';

/** What the backend takes from the world, so that tests can give something else. */
export interface Deps {
  readonly clock: Clock;
  /** A fresh unguessable string of URL-safe characters. */
  readonly random: () => string;
  /** Milliseconds that ElevenLabs has for its answer; the extension gives us 5,000 for ours. */
  readonly upstreamTimeoutMs: number;
  /** Where log lines go; by default standard output. */
  readonly log?: { write(line: string): void };
}

const REAL: Deps = {
  clock: realClock,
  random: () => randomBytes(24).toString('base64url'),
  upstreamTimeoutMs: 4000,
};

/** The whole backend, ready to listen or to be asked by `inject`. */
export function build(config: Config, given: Partial<Deps> = {}): FastifyInstance {
  const deps = { ...REAL, ...given };
  const app = fastify(serverOptions(config, deps));
  guard(app, config);
  cors(app, config.extensionOrigins);
  errors(app);
  const { apiKey } = config;
  const upstream = apiKey === null ? echo(app, config, deps) : elevenLabs(config, apiKey, deps);
  app.addHook('onClose', () => upstream.close());
  void app.register(healthRoute, { mode: apiKey === null ? 'echo' : 'elevenlabs' });
  void app.register(agentsRoute, { agents: config.agents });
  void app.register(tokenRoute);
  void app.register(signedUrlRoute, { agents: config.agents, upstream });
  return app;
}

function elevenLabs(config: Config, apiKey: string, deps: Deps): UpstreamClient {
  const { upstreamTimeoutMs: timeoutMs } = deps;
  return upstreamClient({ origin: () => config.apiBase, apiKey, asCaller: false, timeoutMs });
}

/** The echo agent in this very server, asked over real HTTP as ElevenLabs would be. */
function echo(app: FastifyInstance, config: Config, deps: Deps): UpstreamClient {
  const apiKey = deps.random();
  const agents = new Set(config.agents.map(({ id }) => id));
  echoAgent(app, { apiKey, agents, clock: deps.clock, random: deps.random });
  app.addHook('onListen', (done) => {
    app.log.warn('No ELEVENLABS_API_KEY is set: the built-in echo agent answers conversations.');
    done();
  });
  const origin = () => originOf(app.server.address());
  return upstreamClient({ origin, apiKey, asCaller: true, timeoutMs: deps.upstreamTimeoutMs });
}

function originOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('Not listening yet.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

function serverOptions(config: Config, deps: Deps): FastifyHttpOptions<Server> {
  return {
    logger: {
      level: config.logLevel,
      ...(deps.log === undefined ? {} : { stream: deps.log }),
      serializers: { req: withoutQuery },
    },
    // Missing and double Host headers are left to the guard, whose answers have our shape.
    http: { requireHostHeader: false },
    requestTimeout: 10_000,
    bodyLimit: 8 * 1024,
    exposeHeadRoutes: false,
    // Longer ids reach the route, which calls them what they are.
    routerOptions: { maxParamLength: 1024 },
    frameworkErrors: answerError,
  };
}

/** A request as the log shows it: a conversation's signature stands in the query. */
function withoutQuery({ method, url }: { method: string; url: string }) {
  return { method, url: url.replace(/\?.*/s, '') };
}
