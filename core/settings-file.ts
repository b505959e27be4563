import * as v from 'valibot';
import { DEFAULT_SETTINGS, SETTINGS_VERSION, type Settings, readSettings } from './settings.ts';

/** How much a file may hold, in characters. */
const MOST = 1_000_000;

/** Why a text is no file of settings. */
export type SettingsFileFault = 'too large' | 'not JSON' | 'not settings' | 'newer' | 'unreadable';

/** What a file holds, or why it does not; a value that does not fit spoils all of it. */
export type SettingsFile =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly fault: SettingsFileFault };

/** One setting that a file would change. */
export interface SettingChange<K extends keyof Settings = keyof Settings> {
  readonly name: K;
  readonly before: Settings[K];
  readonly after: Settings[K];
}

const FILE = v.object({
  voiceCardsSettings: v.number(),
  settings: v.record(v.string(), v.unknown()),
});

/** The settings as a file; nothing in them is secret, and no token is among them. */
export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ voiceCardsSettings: SETTINGS_VERSION, settings }, null, 2)}\n`;
}

/** Reads a file of settings, which may come from anybody. */
export function readSettingsFile(text: string): SettingsFile {
  if (text.length > MOST) return { ok: false, fault: 'too large' };
  const parsed = parse(text);
  if (parsed === undefined) return { ok: false, fault: 'not JSON' };
  if (!v.is(FILE, parsed)) return { ok: false, fault: 'not settings' };
  const version = parsed.voiceCardsSettings;
  const { settings, corrupt, isNewer } = readSettings({ ...parsed.settings, version });
  if (isNewer) return { ok: false, fault: 'newer' };
  if (Object.keys(corrupt).length > 0) return { ok: false, fault: 'unreadable' };
  return { ok: true, settings };
}

/** What would change, setting by setting. */
export function settingChanges(now: Settings, then: Settings): SettingChange[] {
  return Object.keys(DEFAULT_SETTINGS)
    .filter(isName)
    .filter((name) => JSON.stringify(now[name]) !== JSON.stringify(then[name]))
    .map((name) => ({ name, before: now[name], after: then[name] }));
}

/**
 * What is to be stored of a file. With another backend nobody may start without asking again: who
 * answers under an agent's id is the backend's to say.
 * @param takesBackend whether the person wants the file's backend too
 */
export function importable(now: Settings, then: Settings, takesBackend: boolean): Settings {
  if (now.backendUrl === then.backendUrl) return then;
  if (!takesBackend) return { ...then, backendUrl: now.backendUrl };
  return { ...then, approvals: [] };
}

function isName(name: string): name is keyof Settings {
  return Object.hasOwn(DEFAULT_SETTINGS, name);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
