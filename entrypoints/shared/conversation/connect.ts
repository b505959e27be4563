import { WebSocketConnection, createConnection } from '@11labs/client';
import { unlessAborted } from './abort.ts';

/** How long the agent may take to take the call, in milliseconds. */
const DEADLINE_MS = 10_000;

type Options = Parameters<typeof createConnection>[0];

/**
 * Opens the SDK's connection so that it can be given up: the SDK offers neither its socket, nor a
 * signal, nor a deadline. Rejects with the signal's reason, or a TimeoutError after 10 seconds.
 */
export async function connect(options: Options, signal: AbortSignal): Promise<WebSocketConnection> {
  signal.throwIfAborted();
  const { connecting, close } = opening(() => createConnection(options));
  signal.addEventListener('abort', close, { once: true });
  const patience = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
  const connection = await unlessAborted(connecting, patience).catch((error: unknown) => {
    close();
    throw error;
  });
  if (connection instanceof WebSocketConnection) return heedless(connection);
  throw new TypeError('the SDK opened something other than a WebSocket');
}

/** A frame that the SDK stumbles over says nothing, and the next is heard; else nobody would meet what it throws. */
function heedless(connection: WebSocketConnection): WebSocketConnection {
  const listen = connection.onMessage.bind(connection);
  // The SDK's own listener is asynchronous, whatever its type says.
  connection.onMessage = (hear) =>
    listen((frame) => void Promise.resolve(hear(frame)).catch(() => {}));
  return connection;
}

/** Catches the socket while it is being made, which the SDK does before its first await. */
function opening<T>(open: () => T): { connecting: T; close: () => void } {
  const Native = globalThis.WebSocket;
  const made: WebSocket[] = [];
  globalThis.WebSocket = class extends Native {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      made.push(this);
      this.addEventListener('message', dropEarly);
    }

    /** One that is closing takes nothing more, and the browser complains of each attempt. */
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (this.readyState === Native.OPEN) super.send(data);
    }
  };
  try {
    return { connecting: open(), close: () => made.forEach((socket) => socket.close(1000)) };
  } finally {
    globalThis.WebSocket = Native;
  }
}

/** The SDK takes the first frame for the conversation's opening, throws where it is none, and waits for ever. */
function dropEarly(this: WebSocket, event: MessageEvent): void {
  if (String(event.data).includes('"conversation_initiation_metadata"')) {
    this.removeEventListener('message', dropEarly);
  } else event.stopImmediatePropagation();
}
