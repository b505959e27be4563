import { randomUUID } from 'node:crypto';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Response, fetch } from 'undici';
import { CONVERSATION_PATH } from '../../core/signed-url.ts';
import { realClock } from '../../server/clock.ts';
import { echoAgent } from '../../server/echo-agent/echo-agent.ts';
import type { Answer } from './stand-in.ts';

/** What ElevenLabs does when it is asked for a signed URL. */
export type UpstreamConduct = Answer | 'signs' | 'never answers' | 'hangs up';

/** ElevenLabs on loopback, with the backend that asks it. */
export type ElevenLabs = Awaited<ReturnType<typeof elevenLabs>>;

const SIGNED_URL = '/get-signed-url';

/**
 * ElevenLabs on loopback: the echo agent, which does at a request for a signed URL what a test
 * says. The backend that asks it is served under the same address, because on this computer the
 * extension takes a conversation's address from its backend's own host alone.
 * @param ready what a request for a signed URL waits for before it is answered
 */
export async function elevenLabs(ready: () => Promise<unknown>) {
  const apiKey = randomUUID();
  let conduct: UpstreamConduct = 'signs';
  let backendUrl = '';
  let lastActed = 0;
  let ahead = 0;
  // The guide asks by the deprecated form of the address, which ElevenLabs still takes.
  const app = fastify({ rewriteUrl: ({ url = '' }) => url.replace('/get_signed_url', SIGNED_URL) });
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.includes(SIGNED_URL)) return;
    // For whoever is never answered, the waiting begins at once.
    if (conduct !== 'never answers' && conduct !== 'signs') await ready();
    lastActed = Date.now();
    if (conduct !== 'signs') await misbehave(conduct, request, reply);
  });
  const clock = { ...realClock, now: () => realClock.now() + ahead };
  echoAgent(app, { apiKey, agents: new Set(['agent_1']), clock, random: randomUUID });
  app.get('/api/*', async ({ url }, reply) => passOn(await fetch(backendUrl + url), reply));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    apiKey,
    /** When a request for a signed URL was last answered, in milliseconds since the epoch. */
    lastActed: () => lastActed,
    /** From now on does this. */
    does: (next: UpstreamConduct) => void (conduct = next),
    /** Lets this many milliseconds pass. */
    passes: (ms: number) => void (ahead += ms),
    /** Signs a conversation, as for a backend. */
    async sign(): Promise<string> {
      const { host } = new URL(url);
      const path = `${CONVERSATION_PATH}${SIGNED_URL}?agent_id=agent_1`;
      const answer = await app.inject({ url: path, headers: { host, 'xi-api-key': apiKey } });
      return answer.json<{ signed_url: string }>().signed_url;
    },
    /** Serves the backend at this address under its own. */
    serve: (backend: { url: string }) => void (backendUrl = backend.url),
    async close() {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

async function misbehave(
  conduct: Exclude<UpstreamConduct, 'signs'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (typeof conduct === 'object') {
    const { status, headers = {}, body } = conduct;
    await reply.code(status).headers(headers).send(body);
    return;
  }
  reply.hijack();
  if (conduct === 'hangs up') request.raw.destroy();
}

/** Hands on what the extension looks at in an answer. */
async function passOn(answer: Response, reply: FastifyReply): Promise<void> {
  for (const name of ['content-type', 'retry-after']) {
    const value = answer.headers.get(name);
    if (value !== null) reply.header(name, value);
  }
  await reply.code(answer.status).send(await answer.text());
}
