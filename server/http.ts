import { type RequestListener, type Server, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { FastifyHttpOptions } from 'fastify';
import type { Config } from './config.ts';
import type { Deps, Patience } from './deps.ts';
import { OneLine, REDACTED, withoutQuery } from './log.ts';
import { answerError } from './plugins/errors.ts';

/** Connections at once; more are hung up on. */
const MAX_CONNECTIONS = 2000;
/** How long a part of the backend may take to start, in milliseconds; it ends what hangs, on however busy a computer. */
const START_MS = 60_000;
/** For how long a connection may be of no use, in milliseconds; longer than balancers keep theirs. */
const IDLE_MS = 72_000;

/** Values of a wrong type and unknown properties are refused, not mended; our own schemas need no check at each start. */
const AJV = { coerceTypes: false, removeAdditional: false, meta: false, validateSchema: false };

/** How the server speaks HTTP, and what of it is logged. */
export function serverOptions(config: Config, deps: Deps): FastifyHttpOptions<Server> {
  return {
    logger: {
      level: config.logLevel,
      ...(deps.log === undefined ? {} : { stream: deps.log }),
      serializers: { req: withoutQuery },
      redact: REDACTED,
    },
    serverFactory: (handler) => makeServer(config, deps.patience, handler),
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    logController: new OneLine(),
    ajv: { customOptions: AJV },
    bodyLimit: 8 * 1024,
    exposeHeadRoutes: false,
    pluginTimeout: START_MS,
    // Longer ids reach the route, which calls them what they are.
    routerOptions: { maxParamLength: 1024 },
    frameworkErrors: answerError,
  };
}

function makeServer({ tls }: Config, patience: Patience, handler: RequestListener): Server {
  const options = {
    // Missing and double Host headers are left to the guard, whose answers have our shape.
    requireHostHeader: false,
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    connectionsCheckingInterval: patience.checkMs,
    keepAliveTimeout: IDLE_MS,
  };
  const server =
    tls === null
      ? createServer(options, handler)
      : createTlsServer({ ...options, ...tls }, handler);
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}
