import { type Setting, isSetting } from './settings.ts';

/** Settings whose values are lists, in which a comma at the end does no harm. */
const LISTS: ReadonlySet<Setting> = new Set([
  'ELEVENLABS_AGENTS',
  'PUBLIC_HOSTS',
  'TRUSTED_PROXIES',
  'EXTENSION_ORIGINS',
]);
/** A comment after a value; "#" without spaces round it may belong to the value. */
const COMMENT = /(^|\s)#+(\s.*)?$/s;
/** What a shell would replace: ~/data, $HOME/data, ${HOME}, %APPDATA%. */
const REPLACED_BY_SHELLS = /^~(?=[/\\])|\$(?=\{\w+\})|^\$(?=[A-Z_])|^%(?=[A-Z]{3,}%)/;

/**
 * Returns what would get lost of a value, or be taken for something else, as a sentence about it; or null.
 * It never repeats the value, which may be a secret.
 * @param value as written in the file, with quotes and comment
 */
export function valueMistake(name: string, value: string): string | null {
  const [quote] = /^["'`]/.exec(value) ?? [];
  if (quote !== undefined) return quotedMistake(name, value, quote);
  return isSetting(name) ? plainMistake(name, value) : null;
}

function quotedMistake(name: string, value: string, quote: string): string | null {
  const end = value.indexOf(quote, 1);
  if (end < 0) return `the value of ${name} begins with ${quote} but does not end with it.`;
  if (!/^\s*(#|$)/.test(value.slice(end + 1))) {
    return `the value of ${name} goes on after its closing ${quote}. Put all of it in one pair of quotes.`;
  }
  const inside = value.slice(1, end);
  if (quote === '"' && inside.includes('\\n')) {
    return `in double quotes, the \\n in the value of ${name} is a new line. Use single quotes.`;
  }
  return quote === "'" ? null : shellMistake(name, inside);
}

function plainMistake(name: Setting, value: string): string | null {
  const bare = value.replace(COMMENT, '').trim();
  const last = bare.at(-1) ?? '';
  if (/^[=>]/.test(bare)) return `"${bare[0]}" follows the "=" after ${name}. Remove it.`;
  if (/^[‘’‚‛“”„‟«»´]/.test(bare)) {
    return `the value of ${name} is in typographic quotes. Use " or no quotes.`;
  }
  if (bare.includes('#')) {
    return `the "#" would cut off the value of ${name}. Use single quotes, or put spaces around the "#" of a comment.`;
  }
  if (/["'`]/.test(last) && bare.indexOf(last) === bare.length - 1) {
    return `the value of ${name} ends with ${last} but does not begin with it.`;
  }
  if (last === ';' || (last === ',' && !LISTS.has(name))) {
    return `the "${last}" would belong to the value of ${name}. Remove it, or put the value in quotes.`;
  }
  return shellMistake(name, bare);
}

function shellMistake(name: string, value: string): string | null {
  const [sign] = REPLACED_BY_SHELLS.exec(value) ?? [];
  if (sign === undefined) return null;
  return `the "${sign}" in the value of ${name} is replaced in a shell, but not here. Write the whole value, or use single quotes.`;
}
