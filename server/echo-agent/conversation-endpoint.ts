import { readFileSync } from 'node:fs';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { WebSocket } from '@fastify/websocket';
import { Type } from 'typebox';
import { CONVERSATION_PATH } from '../../core/signed-url.ts';
import { Session, type SessionOptions } from './session.ts';
import type { Signatures } from './signatures.ts';
import { readWav } from './wav.ts';

export interface ConversationEndpointOptions extends Pick<SessionOptions, 'clock' | 'random'> {
  readonly signatures: Signatures;
}

const schema = {
  hide: true,
  querystring: Type.Object({
    agent_id: Type.String({ default: '' }),
    conversation_signature: Type.String({ default: '' }),
  }),
};

/** The words of assets/sounds/greeting.wav, which scripts/voice.js makes. */
const GREETING = 'Hello! I am the echo agent. Say something.';
const GREETING_FILE = new URL('../../assets/sounds/greeting.wav', import.meta.url);

/** Close code of a refused signature; sent after the upgrade, where a browser can see it. */
const UNAUTHORIZED = 3000;

/** The WebSocket `/v1/convai/conversation`, as at ElevenLabs. */
export const conversationEndpoint: FastifyPluginCallbackTypebox<ConversationEndpointOptions> = (
  app,
  { signatures, ...options },
  done,
) => {
  const greeting = { text: GREETING, samples: readWav(readFileSync(GREETING_FILE)) };
  app.get(CONVERSATION_PATH, { schema, websocket: true }, (socket, request) => {
    const { agent_id, conversation_signature } = request.query;
    if (!signatures.redeem(conversation_signature, agent_id)) {
      request.log.warn('conversation refused: its signature is wrong, used or expired');
      socket.close(UNAUTHORIZED, 'The signed URL is wrong, used or expired.');
      return;
    }
    request.log.info('conversation begins');
    socket.once('close', (code) => request.log.info({ code }, 'conversation is over'));
    converse(socket, { ...options, greeting });
  });
  done();
};

function converse(
  socket: WebSocket,
  options: Pick<SessionOptions, 'clock' | 'random' | 'greeting'>,
): void {
  const ended = new AbortController();
  socket.once('close', () => ended.abort());
  const session = new Session({
    ...options,
    signal: ended.signal,
    send: (text) => socket.send(text),
    close: (code, reason) => socket.close(code, reason),
  });
  socket.addEventListener('message', ({ data }) => {
    // Binary messages are no part of the protocol: as unreadable as an empty one.
    session.receive(typeof data === 'string' ? data : '');
  });
}
