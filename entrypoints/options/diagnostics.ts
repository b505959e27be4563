import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import type { RecordedEvent } from '../../core/recorded-events.ts';

/** What there is to know about this installation. */
export interface Facts {
  /** The extension's own version. */
  readonly version: string;
  /** Name and version, as `Chrome/140.0.0.0`. */
  readonly browser: string;
  /** Operating system and processor. */
  readonly platform: string;
  readonly permissions: readonly string[];
  /** Match patterns the person has granted; they are counted and not told. */
  readonly origins: readonly string[];
  readonly microphone: string;
  readonly settings: Settings;
  /** Names of settings that could not be read. */
  readonly unreadable: readonly string[];
  readonly events: readonly RecordedEvent[];
}

/**
 * What a person may hand on to whoever helps: no word of a conversation, no address, no id, no site
 * and no device, only how many there are and what differs from the defaults.
 */
export function diagnostics(facts: Facts): string {
  const { version, browser, platform, permissions, origins, microphone, unreadable } = facts;
  const told = {
    version,
    browser,
    platform,
    permissions: permissions.toSorted(),
    grantedOrigins: origins.length,
    microphone,
    settings: toldSettings(facts.settings),
    unreadable,
    events: facts.events.map(({ at, type }) => `${new Date(at).toISOString()} ${type}`),
  };
  return JSON.stringify(told, null, 2);
}

function toldSettings(settings: Settings) {
  const { allowPublicAgents, maxLengthSeconds, silenceSeconds } = settings;
  const { prefetches, opensPanel, volume } = settings;
  const isDefault = (key: keyof Settings) =>
    settings[key] === DEFAULT_SETTINGS[key] ? 'default' : 'changed';
  return {
    backend: isDefault('backendUrl'),
    cardSelector: isDefault('cardSelector'),
    buttonSelector: isDefault('buttonSelector'),
    microphone: isDefault('inputDeviceId'),
    speaker: isDefault('outputDeviceId'),
    sites: settings.sites.length,
    approvals: settings.approvals.length,
    sitesWithDevices: Object.keys(settings.siteDevices).length,
    allowPublicAgents,
    maxLengthSeconds,
    silenceSeconds,
    prefetches,
    opensPanel,
    volume,
  };
}

/** A browser's name and version, of what it says of itself. */
export function browserOf(userAgent: string): string {
  // The last of the names it gives is its own; the others are those it wants to be taken for.
  const names = userAgent.match(/\b(?:Firefox|(?:Headless)?Chrome|Edg|OPR|Vivaldi)\/[\d.]+/g);
  return names?.at(-1) ?? 'unknown';
}
