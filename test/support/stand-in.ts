import { once } from 'node:events';
import { type ServerResponse, createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { portOf } from './ports.ts';

/** What an agent does with a socket that was opened to it. */
export type Conduct = (socket: WebSocket) => void;
/** What the backend answers instead of a signed URL. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
  /** Milliseconds that it takes its time. */
  readonly afterMs?: number;
}
/** An answer whose body is made piece by piece, as it is read, for a backend of this host and port. */
interface Pour extends Omit<Answer, 'body'> {
  readonly body: (host: string) => Iterable<string | Buffer>;
}
/** What happens at a click. */
export type Turn = Conduct | Answer | Pour;

interface StandInOptions {
  readonly port?: number;
  /** What every request for a signed URL waits for before it is answered. */
  readonly ready?: () => Promise<unknown>;
}

const SIGNED_URL = '/api/voice-sdk/signed-url/';

/**
 * A backend written from the guide and the agents behind it, each doing in turn what a test tells
 * it to; the last conduct is repeated. It speaks the real protocol, and has no catalogue.
 */
export async function standIn(
  agents: Record<string, Turn[]>,
  { port = 0, ready = async () => {} }: StandInOptions = {},
) {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'convai' });
  const asked: string[] = [];
  const next = (agent: string) => {
    const turns = agents[agent] ?? [refusesAgent];
    return turns.length > 1 ? turns.shift() : turns[0];
  };
  const promised: Conduct[] = [];
  let lastActed = 0;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (path.startsWith(SIGNED_URL)) asked.push(path);
    if (path === '/api/voice-sdk/token') return answer(json(200, { token: null }), response);
    if (!path.startsWith(SIGNED_URL)) return answer({ status: 404, body: 'Not Found' }, response);
    const agent = path.slice(SIGNED_URL.length);
    const conduct = next(agent);
    // For whoever takes its time, the waiting begins at once.
    if (!isSlow(conduct)) await ready();
    lastActed = Date.now();
    if (typeof conduct !== 'function') return answer(conduct ?? refusesAgent, response);
    promised.push(conduct);
    void answer(json(200, { signed_url: signedUrl(request.headers.host, agent) }), response);
  });
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => {
      lastActed = Date.now();
      promised.shift()?.(opened);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    /** Paths of signed URLs asked for so far; pages of ours that are open ask for the catalogue, too. */
    asked,
    /** When a request for a signed URL was last answered or a socket opened, in milliseconds since the epoch. */
    lastActed: () => lastActed,
    /** Cuts every line without a goodbye; gives the moment, in milliseconds since the epoch. */
    cut() {
      for (const socket of sockets.clients) socket.terminate();
      return Date.now();
    },
    /** Closes every line; gives the moment, in milliseconds since the epoch. */
    hangUp(code: number, reason: string) {
      for (const socket of sockets.clients) socket.close(code, reason);
      return Date.now();
    },
    /** Sends this on every line, just as it is. */
    send(data: string | Buffer) {
      for (const socket of sockets.clients) socket.send(data);
    },
    /** Sockets that are open now. */
    open: () => sockets.clients.size,
    close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}

const refusesAgent: Answer = json(400, { error: 'Invalid agent ID' });

/** Takes the call and says hello, in writing. */
export function takesCall(socket: WebSocket): void {
  socket.once('message', () => {
    say(socket, {
      type: 'conversation_initiation_metadata',
      conversation_initiation_metadata_event: {
        conversation_id: 'conv_stand_in',
        agent_output_audio_format: 'pcm_16000',
        user_input_audio_format: 'pcm_16000',
      },
    });
    socket.send(speech('Hello from the stand-in.', 1));
  });
}

/** Takes the call, and keeps the line alive. */
export function takesCallAndPings(socket: WebSocket): void {
  takesCall(socket);
  const ping = { type: 'ping', ping_event: { event_id: 1 } };
  const pinging = setInterval(() => say(socket, ping), 2_000);
  socket.once('close', () => clearInterval(pinging));
}

/** A frame in which the agent says this. */
export function speech(agent_response: string, event_id: number): string {
  return JSON.stringify({
    type: 'agent_response',
    agent_response_event: { agent_response, event_id },
  });
}

/** A frame in which the agent hums for so many seconds, as PCM of 16 bits at 16 kHz. */
export function hum(seconds: number, event_id: number): string {
  const audio_base_64 = Buffer.alloc(seconds * 32_000, 50).toString('base64');
  return JSON.stringify({ type: 'audio', audio_event: { audio_base_64, event_id } });
}

/** Opens the socket and never says a word. */
export function staysSilent(): void {}

/** Closes the socket before any conversation. */
export function closesWith(code: number, reason: string): Conduct {
  return (socket) => socket.close(code, reason);
}

/** Takes the call, says something went wrong as ElevenLabs does, and closes as if all were well. */
export function runsOutOfQuota(socket: WebSocket): void {
  takesCall(socket);
  socket.once('message', () => {
    say(socket, { type: 'error', message: 'This request exceeds your quota.' });
    socket.close(1000);
  });
}

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const type = { 'content-type': 'application/json' };
  return { status, body: JSON.stringify(body), headers: { ...type, ...headers } };
}

function say(socket: WebSocket, frame: unknown): void {
  socket.send(JSON.stringify(frame));
}

function isSlow(conduct: Turn | undefined): boolean {
  return typeof conduct === 'object' && conduct.afterMs !== undefined;
}

async function answer(what: Answer | Pour, response: ServerResponse): Promise<void> {
  const { status, body, headers = {}, afterMs = 0 } = what;
  await wait(afterMs);
  response.writeHead(status, headers);
  const pieces = typeof body === 'string' ? [body] : body(response.req.headers.host ?? '');
  // Whoever has read enough hangs up.
  await pipeline(Readable.from(pieces), response).catch(() => {});
}

/** A signed URL for an agent that this host serves. */
export function signedUrl(host = '', agent = 'echo'): string {
  return `ws://${host}/v1/convai/conversation?agent_id=${agent}&conversation_signature=x`;
}
