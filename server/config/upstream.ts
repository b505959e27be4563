import { isAgentId } from '../../core/agent-id.ts';
import { ELEVENLABS_HOSTS } from '../../core/signed-url.ts';
import { hasCredentials, isLoopback } from '../../core/url.ts';
import type { Agent } from '../agent.ts';
import { type Get, type Mistake, list, shown } from './reading.ts';

const ECHO_AGENT: Agent = {
  id: 'echo',
  name: 'Echo agent',
  description: 'Says back what you say. Built in, no account needed.',
};

/** A name in which another agent begins: "Anna; b=Bob", "Anna b=Bob". */
const SEVERAL = /;|[\s|]([\w-]+)=\S/;
const QUOTED = /^["'`“”„].*["'`“”]$/;

/** The ElevenLabs key; null has the echo agent answer. */
export function readKey(get: Get, mistake: Mistake): string | null {
  const key = get('ELEVENLABS_API_KEY') ?? null;
  if (key !== null && !/^[\x21-\x7e]+$/.test(key)) {
    mistake('ELEVENLABS_API_KEY', 'contains characters that no key has.');
  }
  if (key?.startsWith('agent_')) {
    mistake('ELEVENLABS_API_KEY', 'is the id of an agent. It belongs into ELEVENLABS_AGENTS.');
  }
  return key;
}

/** Where ElevenLabs is. */
export function readApiBase(get: Get, mistake: Mistake): string {
  const url = URL.parse(get('ELEVENLABS_API_BASE') ?? 'https://api.elevenlabs.io');
  if (url !== null && isBareOrigin(url) && mayReceiveKey(url)) return url.origin;
  const hosts = ELEVENLABS_HOSTS.join(', ');
  mistake('ELEVENLABS_API_BASE', `must be https:// and one of ${hosts}, or http:// on loopback.`);
  return '';
}

function isBareOrigin(url: URL): boolean {
  return url.pathname === '/' && url.search === '' && url.hash === '' && !hasCredentials(url);
}

function mayReceiveKey(url: URL): boolean {
  if (url.protocol === 'http:') return isLoopback(url.hostname);
  return url.protocol === 'https:' && ELEVENLABS_HOSTS.includes(url.host);
}

/** Who may be talked to. */
export function readAgents(get: Get, mistake: Mistake, echo: boolean): readonly Agent[] {
  const entries = list(get('ELEVENLABS_AGENTS'));
  if (entries.length === 0 && echo) return [ECHO_AGENT];
  if (entries.length === 0) {
    mistake(
      'ELEVENLABS_AGENTS',
      'is empty: with a key but no agents, nobody could talk to anyone.',
    );
  }
  const agents = entries.flatMap((entry) => readAgent(entry, mistake));
  const twice = agents.find(({ id }, i) => agents.findIndex((agent) => agent.id === id) !== i);
  if (twice) mistake('ELEVENLABS_AGENTS', `names ${shown(twice.id)} twice.`);
  return agents;
}

function readAgent(entry: string, mistake: Mistake): readonly Agent[] {
  const [id = '', name = ''] = entry.split(/=(.*)/s).map((part) => part.trim());
  const wrong = agentMistake(entry, id, name);
  if (wrong === null) return [{ id, name }];
  mistake('ELEVENLABS_AGENTS', wrong);
  return [];
}

/** What is wrong with an entry of the list; null where nothing is. */
function agentMistake(entry: string, id: string, name: string): string | null {
  if (SEVERAL.test(name)) {
    return `has ${shown(entry)} for one agent. Separate agents by commas: id=Name, id=Name.`;
  }
  if (isLikelyId(name) && !isLikelyId(id)) {
    return `has ${shown(entry)} the wrong way round. Write the id first: ${shown(`${name}=${id}`)}.`;
  }
  if (QUOTED.test(name)) return `has ${shown(entry)} in quotes. Leave them out.`;
  if (isAgentId(id) && name !== '') return null;
  return `has ${shown(entry)} where id=Name belongs: the id is 1 to 64 letters, digits, "_" or "-".`;
}

/** Whether a text has the looks of an id that ElevenLabs gives: agent_…, or 20 letters and digits without a word. */
function isLikelyId(text: string): boolean {
  return /^agent_\w+$/.test(text) || (/^[A-Za-z0-9]{20}$/.test(text) && /\d/.test(text));
}
