import { setTimeout as delay } from 'node:timers/promises';
import { type Line, PIECE_MS } from './sound/agent.ts';
import { type Caller, bothCallers } from './sound/callers.ts';
import { arrivals, utterances } from './sound/heard.ts';
import { type Row, alone, row } from './table/row.ts';

/** How often speech breaks off on an uneven network, and what is paid for it, of ours and of the SDK's own audio. */

/** Unevenness of the network in milliseconds, and how many dropouts a minute it may lead to. */
const JITTERS = [
  { jitter: 0, most: 0 },
  { jitter: 30, most: 0 },
  { jitter: 100, most: 1 },
];
const MINUTES = 2;
const UTTERANCE_MS = 5_000;
const PAUSE_MS = 1_000;
const UTTERANCES = (MINUTES * 60_000) / (UTTERANCE_MS + PAUSE_MS);
/** How much more than the jitter the reserve may cost, in milliseconds. */
const MORE_MS = 20;
/** Frames that are closer together than this are of one utterance, in milliseconds. */
const APART_MS = 500;

interface Smoothness {
  /** In a minute. */
  readonly dropouts: number;
  /** By how much utterances ended later than their first pieces allowed, in milliseconds. */
  readonly late: number;
}

await alone(import.meta.url, smoothnessRows);

/** Dropouts, and the delay paid for there being none. */
export async function smoothnessRows(): Promise<Row[]> {
  const callers = await bothCallers();
  const rows: Row[] = [];
  let floor: number | null = null;
  for (const { jitter, most } of JITTERS) {
    const [ours, theirs] = await bothHear([callers.ours, callers.theirs], jitter);
    floor ??= theirs.late;
    const delays = [ours.late - floor, theirs.late - floor] as const;
    const what = `${jitter} ms of jitter`;
    const against = 'the SDK’s own audio';
    rows.push(
      row(`dropouts a minute, ${what}`, against, [ours.dropouts, theirs.dropouts], { most }),
      row(`added delay, ms, ${what}`, against, delays, { most: jitter + MORE_MS }),
    );
  }
  await callers.close();
  return rows;
}

/** Both hear the same at the same time, with the same delays. */
async function bothHear(
  [ours, theirs]: readonly [Caller, Caller],
  jitter: number,
): Promise<[Smoothness, Smoothness]> {
  const lines = [await ours.call(), await theirs.call()];
  for (const line of lines) line.take();
  await delay(PAUSE_MS);
  const chance = random(1_000_003 * (jitter + 1));
  for (let i = 0; i < UTTERANCES; i++) {
    await speak(lines, i + 1, () => jitter * chance());
    await delay(PAUSE_MS);
  }
  const heard: [Smoothness, Smoothness] = [await smoothness(ours), await smoothness(theirs)];
  await ours.end();
  await theirs.end();
  return heard;
}

/** Says something as fast as it is spoken, each piece as late as chance has it, and none before the one ahead of it. */
async function speak(lines: readonly Line[], eventId: number, late: () => number): Promise<void> {
  const begun = performance.now();
  for (let due = 0; due < UTTERANCE_MS; due += PIECE_MS) {
    const wait = begun + due + late() - performance.now();
    if (wait > 0) await delay(wait);
    for (const line of lines) line.say(1, eventId);
  }
}

async function smoothness(caller: Caller): Promise<Smoothness> {
  const noted = await caller.noted();
  const heard = utterances(noted);
  const came = arrivals(noted, 'audio');
  const first = came.filter((at, i) => at - (came[i - 1] ?? -Infinity) > APART_MS);
  if (heard.length !== first.length)
    throw new Error(`Of ${first.length} were heard ${heard.length}.`);
  const late = heard.map(({ ends }, i) => ends - (first[i] ?? NaN) - UTTERANCE_MS);
  const dropouts = heard.reduce((sum, each) => sum + each.dropouts, 0);
  return {
    dropouts: dropouts / MINUTES,
    late: late.reduce((sum, ms) => sum + ms, 0) / late.length,
  };
}

/** Numbers from 0 to 1 that look like chance, and are the same each time (Park and Miller, 1988). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (48_271 * state) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
