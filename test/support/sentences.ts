import { readFileSync } from 'node:fs';

const LOCALE = readFileSync('locales/en.yml', 'utf8');

/** The English sentence that stands under a key. */
export function sentence(key: string): string {
  const found = new RegExp(`^${key}: (.+)$`, 'm').exec(LOCALE)?.[1];
  if (found === undefined) throw new Error(`${key} is no key of a sentence`);
  return found;
}
