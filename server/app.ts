import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { Budgets } from './budget/budgets.ts';
import type { Config } from './config.ts';
import { isPublic } from './config/network.ts';
import { type Deps, REAL } from './deps.ts';
import { echoAgent } from './echo-agent/echo-agent.ts';
import { withBreaker } from './elevenlabs/breaker.ts';
import { type UpstreamClient, upstreamClient } from './elevenlabs/client.ts';
import { serverOptions } from './http.ts';
import { Metrics } from './metrics.ts';
import { minting } from './mint.ts';
import { Access } from './plugins/access.ts';
import { cors } from './plugins/cors.ts';
import { docs } from './plugins/docs.ts';
import { drain } from './plugins/drain.ts';
import { errors } from './plugins/errors.ts';
import { guard } from './plugins/guard.ts';
import { headers } from './plugins/headers.ts';
import { rate } from './plugins/rate.ts';
import { agentsRoute } from './routes/agents.ts';
import { healthRoute } from './routes/health.ts';
import { leaseRoute } from './routes/lease.ts';
import { metricsRoute } from './routes/metrics.ts';
import { pairRoute } from './routes/pair.ts';
import { signedUrlRoute } from './routes/signed-url.ts';
import { tokenRoute } from './routes/token.ts';
import { usageRoute } from './routes/usage.ts';
import { webhookRoute } from './routes/webhook.ts';
import type { Store } from './store/store.ts';

/** A backend, ready to listen or to be asked by `inject`. */
export interface Backend {
  readonly app: FastifyInstance;
  /** Asks callers to hang up; resolves when it is time to close. */
  readonly farewell: () => Promise<void>;
}

/** Puts a whole backend together. */
export function build(config: Config, given: Partial<Deps> = {}): Backend {
  const deps = { ...REAL, ...given };
  const { today } = deps;
  const app = fastify(serverOptions(config, deps));
  // A page may send it anywhere without asking; it would only have to look like JSON.
  app.removeContentTypeParser('text/plain');
  const store = deps.openStore();
  app.addHook('onClose', () => store.close());
  const access = new Access({ store, isPublic: isPublic(config), today });
  const { isClosing, farewell } = drain(app);
  headers(app, config);
  guard(app, config);
  cors(app, config.extensionOrigins);
  const shared = config.redisUrl === null ? null : store;
  rate(app, { access, most: config.requestsPerMinute, shared, today });
  errors(app);
  docs(app);
  routes(app, config, { deps, store, access, isClosing });
  return { app, farewell };
}

interface Parts {
  readonly deps: Deps;
  readonly store: Store;
  readonly access: Access;
  readonly isClosing: () => boolean;
}

function routes(app: FastifyInstance, config: Config, parts: Parts): void {
  const { deps, store, access, isClosing } = parts;
  const { agents, apiKey, webhookSecret, metricsToken } = config;
  const { today } = deps;
  const isEcho = apiKey === null;
  const upstream = isEcho ? echo(app, config, deps) : elevenLabs(config, apiKey, deps);
  app.addHook('onClose', () => upstream.close());
  const metrics = metricsToken === null ? new Metrics() : new Metrics().withProcess();
  const budgets = new Budgets(store, config, today);
  const mint = minting({ agents, access, budgets, upstream, metrics, today });
  void app.register(healthRoute, { mode: isEcho ? 'echo' : 'elevenlabs', store, isClosing });
  void app.register(agentsRoute, { agents, access });
  void app.register(tokenRoute, { mint, isEcho });
  void app.register(signedUrlRoute, { mint });
  void app.register(usageRoute, { access, store, isEstimate: webhookSecret === null, today });
  void app.register(leaseRoute, { access, budgets });
  void app.register(pairRoute, { store, today });
  if (webhookSecret !== null) {
    void app.register(webhookRoute, { budgets, secret: webhookSecret, today });
  }
  if (metricsToken !== null) {
    void app.register(metricsRoute, { metrics, store, all: config, secret: metricsToken, today });
  }
}

function elevenLabs(config: Config, apiKey: string, deps: Deps): UpstreamClient {
  const { upstreamTimeoutMs: timeoutMs, clock } = deps;
  const origin = () => config.apiBase;
  const client = upstreamClient({ origin, apiKey, asCaller: false, timeoutMs });
  return withBreaker(client, () => clock.now());
}

/** The echo agent in this very server, asked over real HTTP as ElevenLabs would be. */
function echo(app: FastifyInstance, config: Config, deps: Deps): UpstreamClient {
  const apiKey = deps.random();
  const agents = new Set(config.agents.map(({ id }) => id));
  echoAgent(app, { apiKey, agents, clock: deps.clock, random: deps.random });
  const origin = () => originOf(app.server.address(), config.tls !== null);
  return upstreamClient({ origin, apiKey, asCaller: true, timeoutMs: deps.upstreamTimeoutMs });
}

function originOf(address: AddressInfo | string | null, isTls: boolean): string {
  if (address === null || typeof address === 'string') throw new Error('Not listening yet.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `${isTls ? 'https' : 'http'}://${host}:${address.port}`;
}
