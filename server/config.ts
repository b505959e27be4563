import type { Agent } from './agent.ts';
import { type EnvFile, NO_FILE } from './config/env-file.ts';
import { type Log, readLog } from './config/log.ts';
import { type Network, isPublic, readNetwork } from './config/network.ts';
import { type Get, type Mistake, readCount, readSecret } from './config/reading.ts';
import { type State, readState } from './config/state.ts';
import { readAgents, readApiBase, readKey } from './config/upstream.ts';

/** Everything the backend can be told, checked and frozen. */
export interface Config extends Network, State, Log {
  /** The ElevenLabs key; without one the built-in echo agent answers. */
  readonly apiKey: string | null;
  /** Origin of the ElevenLabs API, without a trailing slash. */
  readonly apiBase: string;
  readonly agents: readonly Agent[];
  /** What all tokens may use together; null is no limit. */
  readonly mintsPerDay: number | null;
  readonly minutesPerDay: number | null;
  /** Requests of one address, where tokens are needed. */
  readonly requestsPerMinute: number;
  /** What ElevenLabs signs its reports with; without it there are none. */
  readonly webhookSecret: string | null;
  /** What has to be shown for the metrics; without it there are none. */
  readonly metricsToken: string | null;
}

/** Something that was read, or every mistake in it: one sentence each, none of which repeats a secret. */
export type Reading<T> =
  | { readonly ok: true; readonly config: T }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** Environment variables. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Where the backend was started. */
export interface Start {
  /** Whether a person looks at what it prints. */
  readonly isTerminal?: boolean;
  /** Settings that count where the environment has none of that name. */
  readonly file?: EnvFile;
}

const REQUESTS_PER_MINUTE = 1200;

/** Reads the configuration from environment variables and a file; an empty variable counts as unset. */
export function readConfig(env: Environment, start: Start = {}): Reading<Config> {
  return reading(env, start, (get, mistake) => {
    const apiKey = readKey(get, mistake);
    const network = readNetwork(get, mistake);
    if (apiKey === null && isPublic(network)) {
      mistake('ELEVENLABS_API_KEY', 'is missing: the echo agent answers on this computer alone.');
    }
    return {
      ...network,
      ...readState(get, mistake),
      apiKey,
      apiBase: readApiBase(get, mistake),
      agents: readAgents(get, mistake, apiKey === null),
      mintsPerDay: readCount(get, mistake, 'MINTS_PER_DAY'),
      minutesPerDay: readCount(get, mistake, 'MINUTES_PER_DAY'),
      requestsPerMinute: readCount(get, mistake, 'REQUESTS_PER_MINUTE') ?? REQUESTS_PER_MINUTE,
      webhookSecret: readSecret(get, mistake, 'ELEVENLABS_WEBHOOK_SECRET'),
      metricsToken: readSecret(get, mistake, 'METRICS_TOKEN'),
      ...readLog(get, mistake, start.isTerminal ?? false),
    };
  });
}

/** Reads only where state is kept, as the commands beside the backend need it. */
export function readStateConfig(env: Environment, start: Start = {}): Reading<State> {
  return reading(env, start, readState);
}

function reading<T>(
  env: Environment,
  { file = NO_FILE }: Start,
  read: (get: Get, mistake: Mistake) => T,
): Reading<T> {
  const mistakes = [...file.mistakes];
  const get: Get = (name) => (env[name] ?? file.values[name])?.trim() || undefined;
  const config = read(get, (name, what) => {
    // What is missing is probably on a line that has a mistake itself.
    if (file.mistakes.length > 0 && get(name) === undefined) return;
    const place = env[name] === undefined ? file.places.get(name) : undefined;
    mistakes.push(`${place === undefined ? '' : `${place}: `}${name} ${what}`);
  });
  return mistakes.length > 0
    ? { ok: false, mistakes }
    : { ok: true, config: Object.freeze(config) };
}
