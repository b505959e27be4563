import type { Get, Mistake } from './reading.ts';
import type { Setting } from './settings.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const FORMATS = ['json', 'text'] as const;

/** What is logged, and how. */
export interface Log {
  readonly logLevel: (typeof LEVELS)[number];
  /** JSON for programs, or text for a person. */
  readonly logFormat: (typeof FORMATS)[number];
}

/** Reads it. A person at a terminal gets text, and of that only problems, unless they ask for more. */
export function readLog(get: Get, mistake: Mistake, isTerminal: boolean): Log {
  const format = readOneOf(get, mistake, 'LOG_FORMAT', FORMATS);
  const level = readOneOf(get, mistake, 'LOG_LEVEL', LEVELS);
  const logFormat = format ?? (isTerminal ? 'text' : 'json');
  return { logFormat, logLevel: level ?? (logFormat === 'text' ? 'warn' : 'info') };
}

function readOneOf<T extends string>(
  get: Get,
  mistake: Mistake,
  name: Setting,
  all: readonly T[],
): T | null {
  const wanted = get(name);
  const found = all.find((each) => each === wanted) ?? null;
  if (wanted !== undefined && found === null) mistake(name, `must be one of ${all.join(', ')}.`);
  return found;
}
