import * as v from 'valibot';
import { isAgentId } from './agent-id.ts';
import { DEFAULT_SETTINGS, type Settings, readSettings } from './settings.ts';

/** What an organisation decides for its people; see docs/administrators.md. */
export interface Policy {
  /** Values that take the place of the defaults, or of what a person chose where they are locked. */
  readonly settings: Partial<Settings>;
  /** Settings that a person cannot change. */
  readonly locked: readonly (keyof Settings)[];
  /** The only agents that may be talked to; null is no restriction. */
  readonly agents: readonly string[] | null;
  /** Whether transcripts are kept until the browser is closed. */
  readonly keepsTranscripts: boolean;
}

/** Where nobody has decided anything. */
export const NO_POLICY: Policy = { settings: {}, locked: [], agents: null, keepsTranscripts: true };

/** Settings that a policy may name. */
const POLICY_SETTINGS = [
  'backendUrl',
  'sites',
  'cardSelector',
  'buttonSelector',
  'allowPublicAgents',
  'maxLengthSeconds',
  'silenceSeconds',
  'prefetches',
  'opensPanel',
] as const satisfies readonly (keyof Settings)[];

const LOCKED = v.array(v.picklist(POLICY_SETTINGS));
const AGENTS = v.array(v.custom<string>(isAgentId));

/** Reads a policy as the browser hands it out, part by part; what does not fit is left out. */
export function readPolicy(raw: unknown): Policy {
  if (!v.is(v.record(v.string(), v.unknown()), raw)) return NO_POLICY;
  const named = POLICY_SETTINGS.filter((name) => Object.hasOwn(raw, name));
  const { settings, corrupt } = readSettings(
    Object.fromEntries(named.map((name) => [name, raw[name]])),
  );
  const fitting = named.filter((name) => !Object.hasOwn(corrupt, name));
  const { lockedSettings: locked, allowedAgents: agents, keepTranscripts } = raw;
  return {
    settings: Object.fromEntries(fitting.map((name) => [name, settings[name]])),
    locked: v.is(LOCKED, locked) ? locked : [],
    // A list that cannot be read allows nobody: it was meant to restrict.
    agents: agents === undefined ? null : v.is(AGENTS, agents) ? agents : [],
    keepsTranscripts: keepTranscripts !== false,
  };
}

/** The settings under a policy. */
export function underPolicy(settings: Settings, { settings: decided, locked }: Policy): Settings {
  const names = POLICY_SETTINGS.filter((name) => Object.hasOwn(decided, name));
  const taken = names.filter((name) => locked.includes(name) || isDefault(settings, name));
  return { ...settings, ...Object.fromEntries(taken.map((name) => [name, decided[name]])) };
}

/** A change without what a policy does not leave to the person. */
export function permitted(change: Partial<Settings>, { locked }: Policy): Partial<Settings> {
  const names: readonly string[] = locked;
  return Object.fromEntries(Object.entries(change).filter(([name]) => !names.includes(name)));
}

/** Whether a policy lets an agent be talked to. */
export function allowsAgent({ agents }: Policy, agentId: string): boolean {
  return agents === null || agents.includes(agentId);
}

function isDefault(settings: Settings, name: keyof Settings): boolean {
  return JSON.stringify(settings[name]) === JSON.stringify(DEFAULT_SETTINGS[name]);
}
