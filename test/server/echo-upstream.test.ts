import fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { realClock } from '../../server/clock.ts';
import { echoAgent } from '../../server/echo-agent/echo-agent.ts';
import { backend, configured, HOST } from '../support/backend.ts';
import { Caller } from '../support/caller.ts';
import { portOf } from '../support/upstream.ts';

const KEY = 'key_of_the_echo_agent';

/** A server with nothing but the echo agent; gives its host. */
async function echoServer(): Promise<string> {
  const server = fastify();
  let count = 0;
  const random = () => `random-${++count}`;
  echoAgent(server, { apiKey: KEY, agents: new Set(['agent_1']), clock: realClock, random });
  onTestFinished(() => server.close());
  await server.listen({ host: '127.0.0.1', port: 0 });
  return `127.0.0.1:${portOf(server.server.address())}`;
}

/** What a backend with this key and these agents answers for an agent's signed URL. */
async function ask(upstream: string, apiKey: string, agentId = 'agent_1') {
  const config = configured({
    ELEVENLABS_API_KEY: apiKey,
    ELEVENLABS_AGENTS: 'agent_1=Anna,agent_2=Bert',
    ELEVENLABS_API_BASE: `http://${upstream}`,
  });
  const url = `/api/voice-sdk/signed-url/${agentId}`;
  return backend(config).inject({ url, headers: { host: HOST } });
}

describe('echo agent in a server of its own', () => {
  it('is an upstream for a backend that has its key', async () => {
    const host = await echoServer();
    const body: { signed_url: string } = (await ask(host, KEY)).json();
    expect(body.signed_url).toMatch(`ws://${host}/v1/convai/conversation?agent_id=agent_1&`);
    await Caller.talking(body.signed_url);
  });

  it('refuses another key', async () => {
    const response = await ask(await echoServer(), 'another_key');
    expect(response.json()).toMatchObject({ code: 'upstream_auth' });
  });

  it('does not know another agent', async () => {
    const response = await ask(await echoServer(), KEY, 'agent_2');
    expect(response.json()).toMatchObject({ code: 'upstream_agent_not_found' });
  });
});
