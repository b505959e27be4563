import type { Setting } from './settings.ts';

/** Gives a setting without the spaces around it; an empty one counts as unset. */
export type Get = (name: Setting) => string | undefined;
/** Notes what is wrong with a setting, as the rest of a sentence that begins with its name. */
export type Mistake = (name: Setting, what: string) => void;

/** How secrets begin: of ElevenLabs (key, webhook), and of this backend. */
const SECRET = /(?<![a-z0-9])(sk|wsec|vc)_/i;

/** A part of a value as a mistake may show it. */
export function shown(text: string): string {
  return SECRET.test(text) ? 'a secret' : `"${text}"`;
}

/** The parts of a list with commas. */
export function list(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A whole number of at least one, or null where there is none. */
export function readCount(get: Get, mistake: Mistake, name: Setting): number | null {
  const text = get(name);
  if (text === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  mistake(name, 'must be a whole number of at least 1.');
  return null;
}

/** A secret that is long enough to be one, or null where there is none. */
export function readSecret(get: Get, mistake: Mistake, name: Setting): string | null {
  const secret = get(name) ?? null;
  if (secret !== null && !/^[\x21-\x7e]{16,}$/.test(secret)) {
    mistake(name, 'must be at least 16 characters, none of them a space.');
  }
  return secret;
}
