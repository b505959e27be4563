import { type EnvFile, NO_FILE, readEnvFile } from './config/env-file.ts';
import { isSetting } from './config/settings.ts';

const FILE_OPTION = '--settings=';

/** How a program of the backend was called. */
interface Call {
  /** The settings file that npm scripts name; without one, as in tests and in Docker, none is read. */
  readonly file: EnvFile;
  /** The rest of the command line. */
  readonly words: readonly string[];
}

/** Reads the command line; variables of the file that are no settings go into the environment. */
export function readCall(): Call {
  const words = process.argv.slice(2);
  const [first = ''] = words;
  if (!first.startsWith(FILE_OPTION)) return { file: NO_FILE, words };
  const file = readEnvFile(first.slice(FILE_OPTION.length));
  for (const [name, value] of Object.entries(file.values)) {
    if (!isSetting(name)) process.env[name] ??= value;
  }
  return { file, words: words.slice(1) };
}

/** Prints a message on standard error and ends the program with exit code 1. */
export function giveUp(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
