import { parseArgs } from 'node:util';
import { isAgentId } from '../../core/agent-id.ts';
import { list } from '../config/reading.ts';
import type { Grant, Token } from './token.ts';

/** What the operator wants a token to be, or every mistake in that. */
export type Asked =
  | { readonly ok: true; readonly token: Pick<Token, 'name' | 'expiresAt' | 'grant'> }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** What a token may do where nothing else is said. */
const DEFAULTS = {
  'per-minute': '10',
  'per-day': '200',
  concurrent: '5',
  'minutes-per-day': '240',
  'minutes-per-month': '3000',
  expires: '90d',
} as const;

const text = { type: 'string' } as const;
const OPTIONS = {
  name: text,
  agents: text,
  sites: text,
  'per-minute': { ...text, default: DEFAULTS['per-minute'] },
  'per-day': { ...text, default: DEFAULTS['per-day'] },
  concurrent: { ...text, default: DEFAULTS.concurrent },
  'minutes-per-day': { ...text, default: DEFAULTS['minutes-per-day'] },
  'minutes-per-month': { ...text, default: DEFAULTS['minutes-per-month'] },
  expires: { ...text, default: DEFAULTS.expires },
} as const;

/** The options, for people. */
export const GRANT_HELP = `  --agents a,b              only these agents (all, unless said)
  --sites https://a.example only from these sites (all, unless said)
  --per-minute 10           conversations begun in a minute; "any" is no limit, here and below
  --per-day 200             conversations begun on a day (UTC)
  --concurrent 5            conversations at once
  --minutes-per-day 240     minutes on a day
  --minutes-per-month 3000  minutes in a month
  --expires 90d             when it ends: days, or "never"`;

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} '’._@-]{0,63}$/u;
const DAY_MS = 24 * 60 * 60_000;

/** @param now milliseconds since the epoch */
export function readAsked(words: readonly string[], now: number): Asked {
  const parsed = parse(words);
  if (parsed === null) return { ok: false, mistakes: ['This cannot be understood; see help.'] };
  const mistakes: string[] = [];
  const wrong: Wrong = (what) => {
    mistakes.push(what);
    return null;
  };
  const count = (name: keyof typeof DEFAULTS): number | null => {
    const value = parsed[name];
    if (value === 'any') return null;
    if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
    return wrong(`--${name} must be a whole number of at least 1, or "any".`);
  };
  const { name = '' } = parsed;
  if (!NAME.test(name)) wrong("--name must be 1 to 64 letters, digits, spaces or . _ @ - '");
  const grant: Grant = {
    agents: readAgents(parsed.agents, wrong),
    sites: readSites(parsed.sites, wrong),
    perMinute: count('per-minute'),
    perDay: count('per-day'),
    concurrent: count('concurrent'),
    minutesPerDay: count('minutes-per-day'),
    minutesPerMonth: count('minutes-per-month'),
  };
  const expiresAt = readExpiry(parsed.expires, now, wrong);
  return mistakes.length > 0
    ? { ok: false, mistakes }
    : { ok: true, token: { name, expiresAt, grant } };
}

type Wrong = (what: string) => null;

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS }).values;
  } catch {
    return null;
  }
}

function readAgents(given: string | undefined, wrong: Wrong): readonly string[] | null {
  if (given === undefined) return null;
  const agents = list(given);
  if (agents.length === 0 || !agents.every(isAgentId)) {
    return wrong('--agents must be ids of agents, separated by commas.');
  }
  return agents;
}

function readSites(given: string | undefined, wrong: Wrong): readonly string[] | null {
  if (given === undefined) return null;
  const sites = list(given).map((site) => URL.parse(site));
  if (sites.length === 0 || sites.some((site) => !isSite(site))) {
    return wrong('--sites must be such as https://shop.example, separated by commas.');
  }
  return sites.flatMap((site) => site?.origin ?? []);
}

function isSite(url: URL | null): boolean {
  return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
}

function readExpiry(given: string, now: number, wrong: Wrong): number | null {
  if (given === 'never') return null;
  const [, days] = /^([1-9]\d{0,3})d$/.exec(given) ?? [];
  if (days === undefined) return wrong('--expires must be days, such as 90d, or "never".');
  return now + Number(days) * DAY_MS;
}
