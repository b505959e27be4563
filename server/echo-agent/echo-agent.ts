import fastifyWebsocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';
import { conversationEndpoint } from './conversation-endpoint.ts';
import { signedUrlEndpoint } from './signed-url-endpoint.ts';
import { Signatures } from './signatures.ts';

export interface EchoAgentOptions {
  /** The key that whoever asks for signed URLs must show. */
  readonly apiKey: string;
  /** Ids of the agents that exist; they differ in nothing else. */
  readonly agents: ReadonlySet<string>;
  readonly clock: Clock;
  /** A fresh unguessable string of URL-safe characters. */
  readonly random: () => string;
}

/** The subprotocol that clients ask for; browsers fail a connection that does not echo it. */
const SUBPROTOCOL = 'convai';
/** Far above the largest sensible message, a second of audio. */
const MAX_MESSAGE_BYTES = 256 * 1024;

/**
 * Makes a server speak ElevenLabs' protocol, signed URLs and conversations, as an agent that says
 * back what it hears. It guards nothing but its key and its signatures: serve it on loopback only.
 */
export function echoAgent(app: FastifyInstance, options: EchoAgentOptions): void {
  const { apiKey, agents, clock, random } = options;
  const signatures = new Signatures(clock, random);
  void app.register(fastifyWebsocket, {
    preClose: hangUp,
    options: {
      maxPayload: MAX_MESSAGE_BYTES,
      handleProtocols: (offered) => offered.has(SUBPROTOCOL) && SUBPROTOCOL,
    },
  });
  void app.register(signedUrlEndpoint, { apiKey, agents, signatures });
  void app.register(conversationEndpoint, { clock, random, signatures });
}

/** Ends all conversations, so that the server can close. */
function hangUp(this: FastifyInstance, done: () => void): void {
  for (const client of this.websocketServer.clients) client.close(1001, 'The agent shuts down.');
  this.websocketServer.close();
  done();
}
