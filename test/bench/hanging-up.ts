import { setTimeout as delay } from 'node:timers/promises';
import { type Caller, bothCallers } from './sound/callers.ts';
import { type Row, alone, median, row } from './table/row.ts';

/** How soon the microphone is let go once the conversation is ended. */

const RUNS = 7;
const MOST_MS = 200;

await alone(import.meta.url, hangingUpRows);

/** From the click that ends the conversation to the released microphone; the SDK's for comparison. */
export async function hangingUpRows(): Promise<Row[]> {
  const callers = await bothCallers();
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let i = 0; i < RUNS; i++) {
    ours.push(await release(callers.ours));
    theirs.push(await release(callers.theirs));
  }
  await callers.close();
  const what = 'end → microphone released, ms';
  return [row(what, 'SDK alone', [median(ours), median(theirs)], { most: MOST_MS })];
}

async function release(caller: Caller): Promise<number> {
  const line = await caller.call();
  line.take();
  line.say(3, 1);
  await delay(1_000);
  const clicked = await caller.end();
  const { released } = await caller.noted();
  return (released.find((at) => at >= clicked) ?? NaN) - clicked;
}
