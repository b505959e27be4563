import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ELEVENLABS_HOSTS, mayReceiveMicrophone } from '../../core/signed-url.ts';
import { anyAddress } from '../support/fuzz/any-address.ts';

const LOCAL = 'http://127.0.0.1:8787';
const PATH = '/v1/convai/conversation';

function may(url: string, backend = LOCAL, agentId = 'echo'): boolean {
  return mayReceiveMicrophone(new URL(url), new URL(backend), agentId);
}

describe('a microphone may be sent', () => {
  test.each([
    `wss://api.elevenlabs.io${PATH}?agent_id=echo&conversation_signature=x`,
    `wss://api.eu.residency.elevenlabs.io${PATH}?agent_id=echo`,
    `ws://127.0.0.1:8787${PATH}?agent_id=echo&conversation_signature=x`,
  ])('to %s', (url) => {
    expect(may(url)).toBe(true);
  });

  test.each([
    ['another host', `wss://evil.example${PATH}?agent_id=echo`],
    ['a host that only looks right', `wss://api.elevenlabs.io.evil.example${PATH}?agent_id=echo`],
    ['a host whose name ends the same', `wss://evilelevenlabs.io${PATH}?agent_id=echo`],
    ['another host of the same domain', `wss://evil.elevenlabs.io${PATH}?agent_id=echo`],
    [
      'a host hidden behind a user name',
      `wss://api.elevenlabs.io@evil.example${PATH}?agent_id=echo`,
    ],
    ['the right host with a password', `wss://u:p@api.elevenlabs.io${PATH}?agent_id=echo`],
    ['another port', `wss://api.elevenlabs.io:8443${PATH}?agent_id=echo`],
    ['no encryption', `ws://api.elevenlabs.io${PATH}?agent_id=echo`],
    ['another path', 'wss://api.elevenlabs.io/v1/other?agent_id=echo'],
    ['another agent', `wss://api.elevenlabs.io${PATH}?agent_id=other`],
    ['two agents', `wss://api.elevenlabs.io${PATH}?agent_id=echo&agent_id=other`],
    ['no agent', `wss://api.elevenlabs.io${PATH}`],
    ['a fragment', `wss://api.elevenlabs.io${PATH}?agent_id=echo#x`],
    ['this computer, but another server', `ws://127.0.0.1:9999${PATH}?agent_id=echo`],
    ['this computer by another name', `ws://localhost:8787${PATH}?agent_id=echo`],
  ])('not to %s', (_, url) => {
    expect(may(url)).toBe(false);
  });

  test('not to the backend over ws when it is not this computer', () => {
    expect(may(`ws://voice.example${PATH}?agent_id=echo`, 'http://voice.example')).toBe(false);
    expect(may(`wss://voice.example${PATH}?agent_id=echo`, 'https://voice.example')).toBe(false);
  });

  test('to no address that anybody could make up', { tags: 'property' }, () => {
    fc.assert(
      fc.property(anyAddress, anyAddress, (text, backend) => {
        const url = URL.parse(text);
        const own = URL.parse(backend);
        if (url === null || own === null || !mayReceiveMicrophone(url, own, 'echo')) return;
        const { protocol, host, hostname, username, password, pathname, hash, searchParams } = url;
        const isElevenLabs = protocol === 'wss:' && ELEVENLABS_HOSTS.includes(host);
        const isOwn = host === own.host && ['localhost', '127.0.0.1'].includes(hostname);
        expect(isElevenLabs || (protocol === 'ws:' && isOwn)).toBe(true);
        expect([username, password, pathname, hash]).toEqual(['', '', PATH, '']);
        expect(searchParams.getAll('agent_id')).toEqual(['echo']);
      }),
    );
  });
});
