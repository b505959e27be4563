import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listening, configured } from '../support/backend.ts';

/** Patience of which tests need not wait long for the end. */
const PATIENCE = { headersMs: 600, requestMs: 900, checkMs: 100 };
/** Nor for headers, whatever a whole request may take. */
const FOR_BODIES = { ...PATIENCE, requestMs: 60_000 };

function open(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  // A connection may be cut while more is being sent.
  return socket.on('error', () => undefined);
}

describe('sockets', () => {
  it('that never finish asking keep nobody else waiting, and are hung up on', async () => {
    const { port } = await listening(configured(), { patience: FOR_BODIES });
    const sockets = Array.from({ length: 200 }, () => open(port));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const ends = sockets.map((socket) => once(socket.resume(), 'close'));
    for (const socket of sockets) socket.write('GET /healthz HTTP/1.1\r\nHost: ');
    const times = [];
    for (let i = 0; i < 50; i++) {
      const start = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}/healthz`);
      expect(response.status).toBe(200);
      await response.text();
      times.push(performance.now() - start);
    }
    expect(times.toSorted((a, b) => a - b)[48]).toBeLessThan(250);
    await Promise.all(ends);
  });

  it('on which a body drips are hung up on by its deadline', async () => {
    const { port } = await listening(configured(), { patience: PATIENCE });
    const socket = open(port);
    const closed = once(socket.resume(), 'close');
    const start = performance.now();
    socket.write(
      `POST /api/voice-sdk/pair HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n',
    );
    const drip = setInterval(() => socket.write(' '), 50);
    await closed;
    clearInterval(drip);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
