import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readLine } from './env-line.ts';

/** What a settings file says. */
export interface EnvFile {
  readonly values: Readonly<Record<string, string>>;
  /** Where each value stands, such as ".env, line 3". */
  readonly places: ReadonlyMap<string, string>;
  /** Every mistake in it; none repeats a value. */
  readonly mistakes: readonly string[];
}

/** What is known without a settings file. */
export const NO_FILE: EnvFile = { values: {}, places: new Map(), mistakes: [] };

/** The byte order mark. */
const MARK = '\ufeff';
const AS_UTF8 = 'Save the file as UTF-8';

/** Reads a settings file; one that does not exist says nothing. */
export function readEnvFile(path: string): EnvFile {
  const name = basename(path);
  try {
    return readEnv(readFileSync(path), name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'EISDIR') return refused(`${name} is a folder. Replace it by a file.`);
    if (code !== 'ENOENT')
      return refused(`${name} cannot be read (${code}). Let this account read it.`);
    // Editors on Windows add an ending that the file manager hides.
    return existsSync(`${path}.txt`) ? refused(`Rename ${name}.txt to ${name}.`) : NO_FILE;
  }
}

/** Reads the contents of a settings file of this name. */
export function readEnv(contents: Uint8Array, name: string): EnvFile {
  if (contents.includes(0)) return refused(`${name} is UTF-16, or not text. ${AS_UTF8}.`);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(contents);
  return readLines(text.split(/\r\n?|\n/), name);
}

function readLines(lines: readonly string[], name: string): EnvFile {
  const values: Record<string, string> = {};
  const places = new Map<string, string>();
  const mistakes: string[] = [];
  for (const [index, line] of lines.entries()) {
    const place = `${name}, line ${index + 1}`;
    const read = readLine(line.replace(MARK, ''));
    const wrong = encodingMistake(line) ?? (read?.ok === false ? read.mistake : null);
    if (wrong !== null) mistakes.push(`${place}: ${wrong}`);
    // An empty value counts as unset, so that a copy of .env.example can be added to.
    if (!read?.ok || read.value.trim() === '') continue;
    const before = places.get(read.name);
    if (before !== undefined) mistakes.push(`${place}: ${twice(read.name, before)}`);
    values[read.name] = read.value;
    places.set(read.name, place);
  }
  return { values, places, mistakes };
}

function encodingMistake(line: string): string | null {
  if (line.startsWith(MARK)) {
    return `a byte order mark hides the name that follows it. ${AS_UTF8} without BOM.`;
  }
  return line.includes('\ufffd') ? `there are characters that are not UTF-8. ${AS_UTF8}.` : null;
}

function twice(name: string, before: string): string {
  return `${name} was set before, in ${before}. Keep one of the two.`;
}

function refused(mistake: string): EnvFile {
  return { ...NO_FILE, mistakes: [mistake] };
}
