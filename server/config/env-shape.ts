import { settingLike } from './settings.ts';

/** Spaces other than the usual ones, and characters without any width. */
const INVISIBLE = /[^\S \t]|\p{Cf}/u;
/** What stands before a name on a command line. */
const COMMAND = /^\s*(setx?\b|\$env:|\$|export\b)/i;
/** A name, as people spell it, and the sign after it. */
const NAMED = /^\W*([A-Za-z][\w .-]*?)["']?\s*([:=])/;

/** What is wrong with a line that is not `NAME=value`. */
export function shapeMistake(line: string): string {
  const [hidden] = INVISIBLE.exec(line.split('=', 1)[0] ?? '') ?? [];
  if (hidden !== undefined) {
    return `there is an invisible character (${codeOf(hidden)}) before the "=". Type the name again.`;
  }
  const [, command] = COMMAND.exec(line) ?? [];
  if (command !== undefined) return `"${command}" is for the command line. Write NAME=value alone.`;
  const [, named, sign] = NAMED.exec(line) ?? [];
  return named === undefined || sign === undefined
    ? namelessMistake(line)
    : namedMistake(settingLike(named), sign);
}

function namedMistake(likely: string | null, sign: string): string {
  if (sign === ':') return `there is a ":" where "=" belongs. Write ${likely ?? 'NAME'}=value.`;
  return likely === null
    ? 'only letters, digits and "_" belong before the "=".'
    : `this is not the name of a setting. Did you mean ${likely}=value?`;
}

function namelessMistake(line: string): string {
  if (line.includes('=')) return 'only letters, digits and "_" belong before the "=".';
  const [first = ''] = /[A-Z_]{3,}/.exec(line) ?? [];
  return `there is no "=". Write ${settingLike(first) ?? 'NAME'}=value, or "#" before a comment.`;
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
