import { type Address, hasCredentials, isLoopback } from './url.ts';

/** Hosts that ElevenLabs serves conversations from, by region. Source: its SDKs' environments. */
export const ELEVENLABS_HOSTS: readonly string[] = [
  'api.elevenlabs.io',
  'api.us.elevenlabs.io',
  'api.eu.residency.elevenlabs.io',
  'api.in.residency.elevenlabs.io',
  'api.sg.residency.elevenlabs.io',
];

/** The one path on which a conversation is held. */
export const CONVERSATION_PATH = '/v1/convai/conversation';

/**
 * Whether a microphone may be sent to this address: ElevenLabs itself over `wss:`, or the
 * configured backend over `ws:` when that is this very computer; for the agent asked for and no other.
 */
export function mayReceiveMicrophone(url: Address, backend: Address, agentId: string): boolean {
  const agents = url.searchParams.getAll('agent_id');
  return (
    (isElevenLabs(url) || isOwnBackend(url, backend)) &&
    !hasCredentials(url) &&
    url.hash === '' &&
    url.pathname === CONVERSATION_PATH &&
    agents.length === 1 &&
    agents[0] === agentId
  );
}

function isElevenLabs(url: Address): boolean {
  return url.protocol === 'wss:' && url.port === '' && ELEVENLABS_HOSTS.includes(url.hostname);
}

function isOwnBackend(url: Address, backend: Address): boolean {
  return url.protocol === 'ws:' && isLoopback(url.hostname) && url.host === backend.host;
}
