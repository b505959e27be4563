import { once } from 'node:events';
import { type Socket, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Marionette } from '../../scripts/marionette.js';

/** A Firefox that answers whatever begins a session, and nothing else. */
async function startDeafFirefox() {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const connected = once(server, 'connection');
  const connecting = Marionette.connect(address.port);
  const [socket]: Socket[] = await connected;
  if (!socket) throw new Error('Nobody has connected.');
  await once(socket, 'data');
  const answer = JSON.stringify([1, 1, null, {}]);
  socket.write(`${answer.length}:${answer}`);
  return { marionette: await connecting, socket };
}

test('whoever waits for an answer when Firefox ends learns it, and so does whoever asks afterwards', async () => {
  const { marionette, socket } = await startDeafFirefox();
  const waiting = marionette.send('WebDriver:GetWindowHandles');
  socket.resetAndDestroy();
  await expect(waiting).rejects.toThrow('Firefox has ended.');
  await expect(marionette.windows()).rejects.toThrow('Firefox has ended.');
});
