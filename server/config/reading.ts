/** Gives a variable without the spaces around it; an empty one counts as unset. */
export type Get = (name: string) => string | undefined;
/** Notes what is wrong with a variable, as the rest of a sentence that begins with its name. */
export type Mistake = (name: string, what: string) => void;

/** The parts of a list with commas. */
export function list(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A whole number of at least one, or null where there is none. */
export function readCount(get: Get, mistake: Mistake, name: string): number | null {
  const text = get(name);
  if (text === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  mistake(name, 'must be a whole number of at least 1.');
  return null;
}

/** A secret that is long enough to be one, or null where there is none. */
export function readSecret(get: Get, mistake: Mistake, name: string): string | null {
  const secret = get(name) ?? null;
  if (secret !== null && !/^[\x21-\x7e]{16,}$/.test(secret)) {
    mistake(name, 'must be at least 16 characters, none of them a space.');
  }
  return secret;
}
