import { EXTENSION_ID } from '../core/extension.ts';
import { isAgentId } from '../core/agent-id.ts';
import { ELEVENLABS_HOSTS } from '../core/signed-url.ts';
import { hasCredentials, isLoopback } from '../core/url.ts';
import type { Agent } from './agent.ts';

/** Everything the backend can be told, checked and frozen. */
export interface Config {
  /** The ElevenLabs key; without one the built-in echo agent answers. */
  readonly apiKey: string | null;
  /** Origin of the ElevenLabs API, without a trailing slash. */
  readonly apiBase: string;
  readonly agents: readonly Agent[];
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly extensionOrigins: readonly string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** A configuration, or every mistake in it: one sentence each, none of which repeats the key. */
export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** The extension's own origin, which its pinned manifest key settles. */
const OWN_EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const EXTENSION_ORIGIN =
  /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const ECHO_AGENT: Agent = {
  id: 'echo',
  name: 'Echo agent',
  description: 'Says back what you say. Built in, no account needed.',
};

/** Reads the configuration from environment variables; an empty variable counts as unset. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigReading {
  const mistakes: string[] = [];
  const get = (name: string): string | undefined => env[name]?.trim() || undefined;
  const mistake = (name: string, what: string): void => void mistakes.push(`${name} ${what}`);
  const apiKey = readKey(get, mistake);
  const config: Config = {
    apiKey,
    apiBase: readApiBase(get, mistake),
    agents: readAgents(get, mistake, apiKey === null),
    host: readHost(get, mistake),
    port: readPort(get, mistake),
    extensionOrigins: readOrigins(get, mistake),
    logLevel: readLogLevel(get, mistake),
  };
  return mistakes.length > 0
    ? { ok: false, mistakes }
    : { ok: true, config: Object.freeze(config) };
}

type Get = (name: string) => string | undefined;
type Mistake = (name: string, what: string) => void;

function readKey(get: Get, mistake: Mistake): string | null {
  const key = get('ELEVENLABS_API_KEY') ?? null;
  if (key !== null && !/^[\x21-\x7e]+$/.test(key)) {
    mistake('ELEVENLABS_API_KEY', 'contains characters that no key has.');
  }
  return key;
}

function readApiBase(get: Get, mistake: Mistake): string {
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

function readAgents(get: Get, mistake: Mistake, echo: boolean): readonly Agent[] {
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
  if (twice) mistake('ELEVENLABS_AGENTS', `names "${twice.id}" twice.`);
  return agents;
}

function readAgent(entry: string, mistake: Mistake): readonly Agent[] {
  const [, id, name] = /^([^=]*)=(.*)$/.exec(entry) ?? [];
  if (isAgentId(id?.trim()) && name?.trim()) return [{ id: id.trim(), name: name.trim() }];
  const shape = 'id=Name, the id of 1 to 64 letters, digits, "_" or "-"';
  mistake('ELEVENLABS_AGENTS', `has an entry "${entry}" that is not ${shape}.`);
  return [];
}

function readHost(get: Get, mistake: Mistake): string {
  const host = get('HOST') ?? '127.0.0.1';
  if (!isLoopback(host)) {
    const why = 'whoever reaches this backend can spend your ElevenLabs minutes';
    mistake('HOST', `must be 127.0.0.1 or localhost: ${why}.`);
  }
  return host;
}

function readPort(get: Get, mistake: Mistake): number {
  const text = get('PORT') ?? '8787';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) mistake('PORT', 'must be a number from 0 to 65535; 0 means any free port.');
  return port;
}

function readOrigins(get: Get, mistake: Mistake): readonly string[] {
  const origins = list(get('EXTENSION_ORIGINS') ?? OWN_EXTENSION_ORIGIN);
  for (const origin of origins.filter((each) => !EXTENSION_ORIGIN.test(each))) {
    const shape = 'chrome-extension://<32 letters a to p> or moz-extension://<uuid>';
    mistake('EXTENSION_ORIGINS', `has "${origin}", which is not ${shape}.`);
  }
  return origins;
}

function readLogLevel(get: Get, mistake: Mistake): Config['logLevel'] {
  const wanted = get('LOG_LEVEL') ?? 'info';
  const level = LOG_LEVELS.find((each) => each === wanted);
  if (level === undefined) mistake('LOG_LEVEL', `must be one of ${LOG_LEVELS.join(', ')}.`);
  return level ?? 'info';
}

function list(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
