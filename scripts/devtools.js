import { EventEmitter, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/**
 * A connection of our own to the browser's DevTools: Playwright shows pages and workers, but no offscreen document.
 * @param {string} profile the directory of a running Chromium's profile
 */
export async function connectDevTools(profile) {
  const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return connectTo(`ws://127.0.0.1:${port}${path}`);
}

/**
 * A connection to DevTools; events are emitted under their protocol name with (params, sessionId).
 * @param {string} address where the browser says that it listens
 */
export async function connectTo(address) {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  // Each command under way listens for its answer and for an error.
  const events = new EventEmitter().setMaxListeners(0);
  let lastId = 0;
  let isOpen = true;
  const closed = new Promise((_, reject) => {
    socket.on('close', () => {
      isOpen = false;
      events.emit('closed');
      reject(new Error('The browser has closed its DevTools.'));
    });
  });
  // Whoever waits for an answer hears of it.
  closed.catch(() => {});
  socket.addEventListener('message', ({ data }) => {
    // The protocol is text; a binary frame is none of it.
    if (typeof data !== 'string') return;
    const message = JSON.parse(data);
    if (message.method) events.emit(message.method, message.params, message.sessionId);
    else events.emit(`answer ${message.id}`, message);
  });
  return {
    events,
    /**
     * @param {string} method
     * @param {object} [params]
     * @param {string} [sessionId]
     */
    async send(method, params = {}, sessionId) {
      const id = ++lastId;
      const answered = once(events, `answer ${id}`);
      if (isOpen)
        socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
      const [answer] = await Promise.race([answered, closed]);
      if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
      return answer.result;
    },
    close: () => socket.close(),
  };
}
