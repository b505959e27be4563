import { setTimeout as delay } from 'node:timers/promises';
import { type Caller, bothCallers } from './sound/callers.ts';
import { arrivals, utterances } from './sound/heard.ts';
import { type Row, alone, median, row } from './table/row.ts';

/** How soon the agent is heard after it has taken the call, of ours and of the SDK alone on a page. */

const RUNS = 7;
/** How long the agent thinks before it speaks, in milliseconds. */
const THINKS = [0, 300];
/** Pieces of speech that are sent ahead, and in all. */
const AHEAD = 3;

await alone(import.meta.url, firstAudioRows);

/** The first agent audio after the call was taken. */
export async function firstAudioRows(): Promise<Row[]> {
  const callers = await bothCallers();
  const rows: Row[] = [];
  for (const thinks of THINKS) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let i = 0; i < RUNS; i++) {
      ours.push(await firstAudio(callers.ours, thinks));
      theirs.push(await firstAudio(callers.theirs, thinks));
    }
    const when = thinks === 0 ? 'at once' : `after ${thinks} ms`;
    const what = `first agent audio after the call is taken, ms: the agent speaks ${when}`;
    rows.push(row(what, 'SDK alone', [median(ours), median(theirs)], { times: 1.05 }));
  }
  await callers.close();
  return rows;
}

async function firstAudio(caller: Caller, thinks: number): Promise<number> {
  const line = await caller.call();
  line.take();
  await delay(thinks);
  line.say(AHEAD, 1);
  await delay(1_000);
  const noted = await caller.noted();
  const [heard] = utterances(noted);
  const [taken] = arrivals(noted, 'conversation_initiation_metadata');
  await caller.end();
  return (heard?.begins ?? NaN) - (taken ?? NaN);
}
