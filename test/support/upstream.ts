import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** What an upstream was asked. */
export interface Asked {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

/** An upstream that misbehaves as told, on loopback, until the test is over. */
export async function upstream(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<{ origin: string; asked: readonly Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    answer(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${portOf(server.address())}`, asked };
}

/** The answer of an upstream that works. */
export function signs(response: ServerResponse): void {
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({ signed_url: 'wss://api.elevenlabs.io/v1/convai/conversation?x=1' }),
  );
}

/** The port of a server that listens on TCP. */
export function portOf(address: { port: number } | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('does not listen on a port');
  return address.port;
}
