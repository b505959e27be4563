import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * Starts a proxy on loopback that refuses everything and remembers who was asked for.
 * Chromium sends it whatever is not loopback, so a single attempt is a failed run.
 * @returns {Promise<{ port: number, attempts: string[], close: () => void }>}
 */
export async function startTripwire() {
  /** @type {string[]} */
  const attempts = [];
  const proxy = createServer((request, response) => {
    attempts.push(request.url ?? 'an unnamed address');
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, socket) => {
    attempts.push(request.url ?? 'an unnamed address');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: portOf(proxy),
    attempts,
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

/**
 * The port on which a listening server was put.
 * @param {import('node:http').Server} server
 */
export function portOf(server) {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/**
 * Throws, naming the addresses, if anything was asked for.
 * @param {string[]} attempts
 */
export function expectNoAttempt(attempts) {
  if (attempts.length === 0) return;
  const addresses = [...new Set(attempts)].join(', ');
  throw new Error(`The browser tried to leave this machine: ${addresses}.`);
}
