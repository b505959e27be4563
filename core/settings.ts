import * as v from 'valibot';
import { isAgentId } from './agent-id.ts';
import { DEFAULT_BACKEND_URL } from './backend-url.ts';
import { BUTTON_SELECTOR, CARD_SELECTOR } from './card.ts';
import { isSite } from './enabled.ts';
import { patternFault } from './match-pattern.ts';

const deviceId = v.pipe(v.string(), v.maxLength(256));
/** A browser takes none of all these places where one of them is malformed. */
const site = v.pipe(v.string(), v.check(isSite));
/** As far from the epoch as there are dates, in milliseconds. */
const FARTHEST_MS = 8.64e15;
const time = v.pipe(v.number(), v.minValue(-FARTHEST_MS), v.maxValue(FARTHEST_MS));
const place = v.pipe(
  v.string(),
  v.check((value) => isSite(value) || patternFault(value) === null),
);
const selector = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

function seconds(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

const APPROVAL = v.object({
  site,
  /** For a card in a frame, the site of the page around it, where that is another one. */
  within: v.exactOptional(site),
  agentId: v.custom<string>(isAgentId),
  name: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  at: time,
});
const DEVICES = v.object({
  inputDeviceId: v.optional(deviceId),
  outputDeviceId: v.optional(deviceId),
});

/** Every setting with what it must look like and what it is until somebody changes it. */
const FIELDS = {
  backendUrl: v.optional(v.pipe(v.string(), v.maxLength(2048)), DEFAULT_BACKEND_URL),
  /** Where voice is on: sites, and match patterns. */
  sites: v.optional(v.array(place), []),
  /** Sites that are left out of those patterns. */
  sitesOff: v.optional(v.array(site), []),
  cardSelector: v.optional(selector, CARD_SELECTOR),
  buttonSelector: v.optional(selector, BUTTON_SELECTOR),
  allowPublicAgents: v.optional(v.boolean(), false),
  /** Seconds after which a conversation ends by itself. */
  maxLengthSeconds: v.optional(seconds(20, 4 * 3600), 30 * 60),
  /** Seconds of silence after which it does. */
  silenceSeconds: v.optional(seconds(20, 3600), 3 * 60),
  /** Whether an address is asked for ahead when a person comes near a card that may start at once. */
  prefetches: v.optional(v.boolean(), true),
  /** Whether the panel opens with a conversation. */
  opensPanel: v.optional(v.boolean(), true),
  /** Agents that may start on a site without asking again; `at` in milliseconds since the epoch. */
  approvals: v.optional(v.array(APPROVAL), []),
  /** From 0 to 1. */
  volume: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
  /** Devices for all sites that have none of their own; empty is the system's default. */
  inputDeviceId: v.optional(deviceId, ''),
  outputDeviceId: v.optional(deviceId, ''),
  /** Devices chosen during a conversation, by the site where that was. */
  siteDevices: v.optional(v.record(site, DEVICES), {}),
} as const;

const SETTINGS = v.object(FIELDS);

/** The settings as the extension uses them. */
export type Settings = v.InferOutput<typeof SETTINGS>;

/** An agent that may start on a site without asking again. */
export type Approval = Settings['approvals'][number];

/** Settings before anybody changed one. */
export const DEFAULT_SETTINGS: Settings = v.parse(SETTINGS, {});

/** Which shape the stored settings have; 0 had no number and the same fields. */
export const SETTINGS_VERSION = 1;

/** What was read from the store. */
export interface ReadSettings {
  readonly settings: Settings;
  /** Values that do not fit; their settings are at their defaults until somebody changes them. */
  readonly corrupt: Readonly<Record<string, unknown>>;
  /** Whether a newer version of the extension stored them: they are used, and never written over. */
  readonly isNewer: boolean;
}

/** Reads stored settings key by key; a value that does not fit gives way to its default, alone. */
export function readSettings(stored: unknown): ReadSettings {
  const raw = v.is(v.record(v.string(), v.unknown()), stored) ? stored : {};
  const present = Object.entries(FIELDS).filter(([name]) => Object.hasOwn(raw, name));
  const [fitting, corrupt] = [true, false].map((fits) =>
    Object.fromEntries(
      present
        .filter(([name, field]) => v.is(field, raw[name]) === fits)
        .map(([name]) => [name, raw[name]]),
    ),
  );
  const { version } = raw;
  const isNewer = typeof version === 'number' && version > SETTINGS_VERSION;
  return { settings: v.parse(SETTINGS, fitting), corrupt: corrupt ?? {}, isNewer };
}
