import { once } from 'node:events';
import { createServer } from 'node:net';

/** The port of a server that listens on TCP. */
export function portOf(address: { port: number } | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('does not listen on a port');
  return address.port;
}

/** A loopback port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  server.close();
  await once(server, 'close');
  return port;
}
