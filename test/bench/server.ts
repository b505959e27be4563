import { cpus, totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { setUpServerBench } from '../../scripts/set-up-tests.js';
import { startRedis } from '../support/redis.ts';
import { memoryMiB } from './server/cost.ts';
import { type Measured, load } from './server/load.ts';
import { type Subject, constant, flask, ours } from './server/subjects.ts';

/**
 * How many conversations can be begun in a second, and what each costs: ours with tokens and limits, beside the
 * guide's Flask service and a server that does nothing else, all with the same ElevenLabs in the same run.
 */

const SECONDS = Number(process.argv[2] ?? 10);
const MEMORY_SECONDS = Math.max(20, 6 * SECONDS);
const MANY = 500;

interface Row extends Measured {
  readonly name: string;
  readonly delayMs: number;
}

await setUpServerBench();
const rows: Row[] = [];
const misses: string[] = [];
const redis = await startRedis();
const [cpu] = cpus();
print(
  `${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
print(`${SECONDS} s each; wrk and ElevenLabs' stand-in run on the same machine\n`);
print(columns(['', 'ElevenLabs', 'at once', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs/req', 'errors']));

await measure(0, () => constant(), [MANY]);
const [flask0] = await measure(0, flask, [MANY]);
const [ours0] = await measure(0, ours, [MANY]);
const [shared0] = await measure(0, (url) => ours(url, redis.url, 2), [MANY]);
const [, flask50] = await measure(50, flask, [50, MANY]);
const [few50, ours50] = await measure(50, ours, [50, MANY]);
const memory = await memoryAfterAMinute();
await redis.stop();

print('');
compare('requests per second at 0 ms, of Flask', per(ours0, flask0, 'perSecond'), 5);
compare(
  'requests per second at 50 ms, 500 at once, of Flask',
  per(ours50, flask50, 'perSecond'),
  5,
);
compare(
  'of the 1,000 a second that 50 at once can have at 50 ms',
  (few50?.perSecond ?? 0) / 1000,
  0.9,
);
compare('Flask’s CPU per request, of ours', per(flask0, ours0, 'cpu'), 6);
compare(
  'Flask’s p50 at 50 ms, 500 at once, of our p99',
  (flask50?.p50 ?? 0) / (ours50?.p99 ?? Infinity),
  1,
);
compare(
  'CPU per request with SQLite, of that of two with Redis',
  per(ours0, shared0, 'cpu'),
  1 / 1.5,
);
compare('200 MiB, of what a minute at 500 at once takes', 200 / memory.after, 1);
compare('memory half-way, of that at the end', memory.before / memory.after, 0.9);
if (rows.some(({ errors }) => errors > 0)) misses.push('there were errors');
print(misses.length === 0 ? '\nEverything is reached.' : `\nMissed: ${misses.join('; ')}.`);
process.exitCode = misses.length === 0 ? 0 : 1;

async function measure(
  delayMs: number,
  start: (upstream: string) => Promise<Subject>,
  connections: readonly number[],
): Promise<Measured[]> {
  const upstream = await constant(delayMs);
  const subject = await start(upstream.processes[0]?.url ?? '');
  const measured: Measured[] = [];
  // What is measured has been at it for a moment.
  await load(subject, 50, 2);
  for (const count of connections) {
    const row = await load(subject, count, SECONDS);
    measured.push(row);
    rows.push({ ...row, name: subject.name, delayMs });
    print(columns(cells(subject.name, delayMs, row)));
  }
  await subject.stop();
  await upstream.stop();
  return measured;
}

/** Memory half-way and at the end, in MiB. */
async function memoryAfterAMinute(): Promise<{ before: number; after: number }> {
  const upstream = await constant(50);
  const subject = await ours(upstream.processes[0]?.url ?? '');
  const pid = subject.processes[0]?.pid ?? 0;
  const loaded = load(subject, MANY, MEMORY_SECONDS);
  await delay(500 * MEMORY_SECONDS);
  const before = memoryMiB(pid);
  await loaded;
  const after = memoryMiB(pid);
  await subject.stop();
  await upstream.stop();
  return { before, after };
}

function per(one: Measured | undefined, other: Measured | undefined, what: 'perSecond' | 'cpu') {
  return (one?.[what] ?? 0) / (other?.[what] ?? Infinity);
}

function compare(what: string, value: number, least: number): void {
  const isEnough = value >= least;
  print(
    `${isEnough ? 'reached' : 'MISSED '}  ${value.toFixed(2)} (at least ${least.toFixed(2)}): ${what}`,
  );
  if (!isEnough) misses.push(what);
}

function cells(name: string, delayMs: number, row: Measured): string[] {
  const { connections, perSecond, p50, p99, cpu: micros, errors } = row;
  const figures = [perSecond, p50, p99, micros].map((figure) =>
    figure.toFixed(figure < 10 ? 1 : 0),
  );
  return [name, `${delayMs} ms`, String(connections), ...figures, String(errors)];
}

function columns(texts: readonly string[]): string {
  return texts.map((text, i) => (i === 0 ? text.padEnd(24) : text.padStart(12))).join('');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
