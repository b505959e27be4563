import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpuMicros } from './cost.ts';
import { PATH, type Subject } from './subjects.ts';

/** What wrk saw. */
interface Seen {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were none, or not 200. */
  readonly errors: number;
}

/** How a subject did under load; of several processes, all together. */
export interface Measured extends Seen {
  readonly connections: number;
  /** Microseconds at work for each request. */
  readonly cpu: number;
}

/** Asks a subject as fast as it answers, over so many connections at once, for so many seconds. */
export async function load(
  subject: Subject,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const { processes, headers } = subject;
  const share = connections / processes.length;
  const before = processes.map(({ pid }) => cpuMicros(pid));
  const seen = await Promise.all(processes.map(({ url }) => wrk(url, headers, share, seconds)));
  const used = processes.map(({ pid }, i) => cpuMicros(pid) - (before[i] ?? 0));
  const all = seen.reduce((sum, each) => ({
    requests: sum.requests + each.requests,
    perSecond: sum.perSecond + each.perSecond,
    p50: Math.max(sum.p50, each.p50),
    p99: Math.max(sum.p99, each.p99),
    errors: sum.errors + each.errors,
  }));
  const cpu = used.reduce((sum, each) => sum + each, 0) / Math.max(1, all.requests);
  return { ...all, connections, cpu };
}

async function wrk(
  url: string,
  headers: Readonly<Record<string, string>>,
  connections: number,
  seconds: number,
): Promise<Seen> {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const child = spawn(
    'wrk',
    [
      '-t1',
      `-c${connections}`,
      `-d${seconds}s`,
      '--timeout',
      '10s',
      '--latency',
      ...named,
      url + PATH,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`wrk ended with ${code}: ${text}`);
  return read(text);
}

function read(text: string): Seen {
  const number = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);
  const socket = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text);
  const lost = (socket ?? []).slice(1).reduce((sum, count) => sum + Number(count), 0);
  return {
    requests: number(/(\d+) requests in/),
    perSecond: number(/Requests\/sec:\s*([\d.]+)/),
    p50: milliseconds(/50%\s+([\d.]+)(us|ms|s)/.exec(text)),
    p99: milliseconds(/99%\s+([\d.]+)(us|ms|s)/.exec(text)),
    errors: lost + number(/Non-2xx or 3xx responses: (\d+)/),
  };
}

function milliseconds(found: RegExpExecArray | null): number {
  const [, value = 'NaN', unit = 'ms'] = found ?? [];
  return Number(value) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? 1);
}
