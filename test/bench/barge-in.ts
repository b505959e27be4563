import { setTimeout as delay } from 'node:timers/promises';
import { type Line, PIECE_MS } from './sound/agent.ts';
import { type Caller, bothCallers } from './sound/callers.ts';
import { arrivals, utterances } from './sound/heard.ts';
import { type Row, alone, median, row } from './table/row.ts';

/** How soon the agent falls silent when the person interrupts it, of ours and of the SDK's own audio. */

const RUNS = 5;
const MOST_MS = 20;
/** How long the agent is heard before it is interrupted, and how long is listened afterwards, in milliseconds. */
const BEFORE_MS = 1_500;
const AFTER_MS = 3_000;
/** How far ahead of the ear paced speech is sent, in milliseconds. */
const LEAD_MS = 300;
/** When what was on its way comes after all, in milliseconds. */
const STALE_MS = 60;

type Agent = (line: Line, eventId: number) => Promise<void>;

/** What the agent sends until it is interrupted, and then. */
const CASES: Readonly<Record<string, Agent>> = {
  'five seconds at once': async (line, eventId) => {
    line.say(50, eventId);
    await delay(BEFORE_MS);
    line.interrupt(eventId + 1);
  },
  'at the pace of speech': async (line, eventId) => {
    const begun = performance.now();
    line.say(LEAD_MS / PIECE_MS, eventId);
    for (let due = PIECE_MS; due <= BEFORE_MS; due += PIECE_MS) {
      await delay(begun + due - performance.now());
      line.say(1, eventId);
    }
    line.interrupt(eventId + 1);
  },
  'and stale audio afterwards': async (line, eventId) => {
    line.say(BEFORE_MS / PIECE_MS + 2, eventId);
    await delay(BEFORE_MS);
    line.interrupt(eventId + 1);
    await delay(STALE_MS);
    line.say(6, eventId);
  },
};

await alone(import.meta.url, bargeInRows);

/** From the interruption to silence. */
export async function bargeInRows(): Promise<Row[]> {
  const callers = await bothCallers();
  const ours = await inOneCall(callers.ours);
  const theirs = await inOneCall(callers.theirs);
  await callers.close();
  return Object.keys(CASES).map((name, i) => {
    const what = `barge-in, ms from the interruption to silence: ${name}`;
    const both = [median(ours[i] ?? []), median(theirs[i] ?? [])] as const;
    return row(what, 'the SDK’s own audio', both, { times: 0.1, most: MOST_MS });
  });
}

/** For each case, what it took each time. */
async function inOneCall(caller: Caller): Promise<number[][]> {
  const line = await caller.call();
  line.take();
  await delay(1_000);
  const all: number[][] = [];
  for (const act of Object.values(CASES)) {
    const times: number[] = [];
    for (let i = 0; i < RUNS; i++) {
      await act(line, 10 * (RUNS * all.length + i + 1));
      await delay(AFTER_MS);
      times.push(await untilSilence(caller));
    }
    all.push(times);
  }
  await caller.end();
  return all;
}

/** From the newest interruption until nothing more was heard, in milliseconds; 0 where it was silent already. */
async function untilSilence(caller: Caller): Promise<number> {
  const noted = await caller.noted();
  const interrupted = arrivals(noted, 'interruption').at(-1) ?? NaN;
  return Math.max(0, (utterances(noted).at(-1)?.ends ?? NaN) - interrupted);
}
