import { parseEnv } from 'node:util';
import { shapeMistake } from './env-shape.ts';
import { valueMistake } from './env-value.ts';
import { isForUs, isSetting, settingLike } from './settings.ts';

/** A line of a settings file: a variable, or a sentence about what is wrong; null sets nothing. */
export type EnvLine =
  | { readonly ok: true; readonly name: string; readonly value: string }
  | { readonly ok: false; readonly mistake: string }
  | null;

const ASSIGNMENT = /^(?:export )?[ \t]*([A-Za-z_]\w*)[ \t]*=(.*)$/s;

/** Reads one line as Node.js does, and finds what Node.js would pass over. A mistake never repeats a value. */
export function readLine(line: string): EnvLine {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return null;
  const [, name, value = ''] = ASSIGNMENT.exec(text) ?? [];
  if (name === undefined) return { ok: false, mistake: shapeMistake(line) };
  const mistake = nameMistake(name) ?? valueMistake(name, value.trim());
  if (mistake !== null) return { ok: false, mistake };
  const known = parseEnv(text)[name];
  return known === undefined
    ? { ok: false, mistake: `Node.js reads this in another way. Write ${name}=value.` }
    : { ok: true, name, value: known };
}

function nameMistake(name: string): string | null {
  if (isSetting(name)) return null;
  if (name.startsWith('NODE_') && name !== 'NODE_ENV') {
    return `Node.js reads ${name} when it starts, before this file. Set it in the environment.`;
  }
  if (!isForUs(name)) return null;
  const likely = settingLike(name);
  const hint = likely === null ? '.env.example lists all settings.' : `Did you mean ${likely}?`;
  return `${name} is not a setting. ${hint}`;
}
