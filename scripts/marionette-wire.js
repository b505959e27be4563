import { once } from 'node:events';
import { createConnection } from 'node:net';

const ENDED = 'Firefox has ended.';

/** @typedef {{ resolve: (result: any) => void, reject: (error: Error) => void }} Waiting */

/**
 * Marionette's wire: frames of `<bytes>:<json>`, commands `[0, id, name, parameters]`, answers
 * `[1, id, error, result]`.
 */
export class Wire {
  #socket;
  #lastId = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();

  /** @param {number} port on loopback, where Firefox listens */
  static async connect(port) {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const wire = new Wire(socket);
    await once(socket, 'connect');
    return wire;
  }

  /** @param {import('node:net').Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    /** @type {Buffer} */
    let received = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      for (let frame = cut(received); frame; frame = cut(received)) {
        received = frame.rest;
        this.#answer(frame.content);
      }
    });
    // A Firefox that goes in the middle of something resets the connection, which then closes.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error(ENDED));
    });
  }

  /**
   * @param {string} name of a command
   * @param {object} [parameters]
   * @returns {Promise<any>} what Firefox answered; rejects with what it complained of, or when it has ended
   */
  async send(name, parameters = {}) {
    if (this.#socket.destroyed) throw new Error(ENDED);
    const id = ++this.#lastId;
    const text = JSON.stringify([0, id, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  close() {
    this.#socket.destroy();
  }

  /** @param {string} json */
  #answer(json) {
    const message = JSON.parse(json);
    // Firefox begins with a greeting, which is no answer to anything.
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}

/**
 * The first complete frame of what was received, and what follows it.
 * @param {Buffer} received
 */
function cut(received) {
  const colon = received.indexOf(':');
  if (colon < 0) return null;
  const end = colon + 1 + Number(received.toString('latin1', 0, colon));
  if (received.length < end) return null;
  return { content: received.toString('utf8', colon + 1, end), rest: received.subarray(end) };
}
