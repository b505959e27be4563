import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listening, configured } from '../support/backend.ts';

/** Patience of which tests need not wait long for the end. */
const PATIENCE = { headersMs: 600, requestMs: 900, checkMs: 100 };
/** Impatience with headers alone, whatever a whole request may take. */
const FOR_HEADERS = { ...PATIENCE, requestMs: 600_000 };
/** More patience than any test has. */
const ENDLESS = { headersMs: 600_000, requestMs: 600_000, checkMs: 100 };

function open(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  // A connection may be cut while more is being sent.
  return socket.on('error', () => undefined);
}

/** Opens 200 sockets that begin to ask and never finish. */
async function openUnfinished(port: number): Promise<readonly Socket[]> {
  const sockets = Array.from({ length: 200 }, () => open(port));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  for (const socket of sockets) socket.write('GET /healthz HTTP/1.1\r\nHost: ');
  return sockets;
}

describe('sockets', () => {
  it('that never finish asking keep nobody else waiting', async () => {
    const { port } = await listening(configured(), { patience: ENDLESS });
    const sockets = await openUnfinished(port);
    for (let i = 0; i < 50; i++) {
      const response = await fetch(`http://127.0.0.1:${port}/healthz`);
      expect(response.status).toBe(200);
      await response.text();
    }
    expect(sockets.filter(({ closed }) => closed)).toEqual([]);
  });

  it('that never finish asking are hung up on', async () => {
    const { port } = await listening(configured(), { patience: FOR_HEADERS });
    const sockets = await openUnfinished(port);
    await Promise.all(sockets.map((socket) => once(socket.resume(), 'close')));
  });

  it('on which a body drips are hung up on by its deadline', async () => {
    const { port } = await listening(configured(), { patience: PATIENCE });
    const socket = open(port);
    const closed = once(socket.resume(), 'close');
    socket.write(
      `POST /api/voice-sdk/pair HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n',
    );
    const drip = setInterval(() => socket.write(' '), 50);
    await closed;
    clearInterval(drip);
  });
});
