import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../../core/url.ts';
import type { Network } from '../config/network.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isExtension } from './extension-origin.ts';

/** The port is for requests that came in over no socket. */
export type GuardOptions = Pick<Network, 'extensionOrigins' | 'port' | 'publicHosts'>;

const HOST_NOT_ALLOWED: Refusal = {
  status: 403,
  error:
    'This backend does not answer to that name: only to its own, and to loopback with its port.',
  code: 'host_not_allowed',
};

const ORIGIN_NOT_ALLOWED: Refusal = {
  status: 403,
  error: 'Web pages may not use this backend; only the extension may.',
  code: 'origin_not_allowed',
};

/**
 * Refuses, before anything else and for WebSocket upgrades too, what web pages can make a browser
 * send here: names that are rebound to our address, and requests on behalf of a web origin.
 */
export function guard(app: FastifyInstance, options: GuardOptions): void {
  app.addHook('onRequest', (request, reply, done) => {
    const refusal = refusalOf(request, options);
    if (refusal === null) return done();
    // After an upgrade request nobody else would ever close the socket.
    if (request.headers.upgrade) reply.raw.once('finish', () => request.raw.socket.end());
    void refuse(reply, refusal);
  });
}

function refusalOf(request: FastifyRequest, options: GuardOptions): Refusal | null {
  if (!isOwnHost(request, options)) return HOST_NOT_ALLOWED;
  return isAllowedOrigin(request, options) ? null : ORIGIN_NOT_ALLOWED;
}

function isOwnHost({ raw }: FastifyRequest, { port: configured, publicHosts }: GuardOptions) {
  const [host, ...others] = hostsOf(raw.rawHeaders);
  // An absolute target would name a second host; only proxies send it.
  if (host === undefined || others.length > 0 || !raw.url?.startsWith('/')) return false;
  if (publicHosts.includes(host.toLowerCase())) return true;
  return isOwnLoopback(host, raw.socket.localPort ?? configured);
}

function isOwnLoopback(host: string, own: number): boolean {
  const [name = '', port = '80', ...rest] = host.split(':');
  return rest.length === 0 && isLoopback(name.toLowerCase()) && port === String(own);
}

/** Every Host header, where `headers` keeps the first alone. */
function hostsOf(namesAndValues: readonly string[]): readonly string[] {
  return namesAndValues.filter((_, i) => i % 2 === 1 && isHost(namesAndValues[i - 1]));
}

function isHost(name = ''): boolean {
  return name.toLowerCase() === 'host';
}

function isAllowedOrigin({ headers }: FastifyRequest, { extensionOrigins }: GuardOptions): boolean {
  if (headers.origin !== undefined) return isExtension(headers.origin, extensionOrigins);
  // A page's plain GET carries no Origin, but browsers say where it came from.
  return !['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));
}
