import { styleText } from 'node:util';
import type { Lines } from './log-lines.ts';

/** A line of the log in JSON, as pino writes it. */
interface Entry {
  readonly level: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
  readonly req?: { readonly method: string; readonly url: string };
  readonly res?: { readonly statusCode: number };
  /** What else was logged, such as why ElevenLabs refused. */
  readonly [more: string]: unknown;
}

/** What every line has, and nobody needs to read. */
const HIDDEN = new Set([
  'level',
  'time',
  'pid',
  'hostname',
  'reqId',
  'responseTime',
  'msg',
  'err',
  'req',
  'res',
]);
/** From these levels of pino's on. */
const WARNING = 40;
const ERROR = 50;

/** Turns the lines of the log into one short line of text each, for a person at a terminal. */
export function textTo(out: Lines): Lines {
  return {
    write(line) {
      const entry: Entry = JSON.parse(line);
      out.write(`${styled(entry.level, textOf(entry))}\n`);
    },
  };
}

function textOf({ level, time, msg, err, req, res, ...more }: Entry): string {
  const rest = Object.entries(more).filter(([name]) => !HIDDEN.has(name));
  const parts = [
    new Date(time).toTimeString().slice(0, 8),
    level >= ERROR ? 'error:' : level >= WARNING ? 'warning:' : null,
    err?.message === undefined ? msg : `${msg}: ${err.message}`,
    req && `${req.method} ${req.url}`,
    res && String(res.statusCode),
    rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest)),
  ];
  // Text from elsewhere must not steer the terminal.
  return parts
    .filter(Boolean)
    .join(' ')
    .replace(/\p{Cc}+/gu, ' ');
}

function styled(level: number, text: string): string {
  if (level < WARNING) return text;
  return styleText(level >= ERROR ? 'red' : 'yellow', text, { stream: process.stdout });
}
