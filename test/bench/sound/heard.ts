import { median } from '../table/row.ts';
import type { Block, Noted } from './listen.ts';

/** Below this peak nothing is heard: 40 dB less than the agent's voice. */
const QUIET = 0.005;
/** Silence that is shorter than this is no dropout, in milliseconds; one that is longer than that ends an utterance. */
const DROPOUT_MS = 8;
const PAUSE_MS = 700;
/** Samples in a block. */
const BLOCK = 128;

/** Something that was heard without a pause, in milliseconds since the epoch. */
export interface Utterance {
  readonly begins: number;
  readonly ends: number;
  readonly dropouts: number;
}

/** All that was heard in a conversation, by the clock at which blocks are rendered. */
export function utterances({ blocks }: Noted): Utterance[] {
  const loud = blocks.filter(({ peak }) => peak >= QUIET);
  const groups: Block[][] = [];
  for (const block of loud) {
    const last = groups.at(-1)?.at(-1);
    if (last && silence(last, block) < PAUSE_MS) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups.map((group) => utterance(group, blocks));
}

/** When the frames of a kind came in, in milliseconds since the epoch. */
export function arrivals({ frames }: Noted, kind: string): number[] {
  return frames.filter(({ type }) => type === kind).map(({ at }) => at);
}

function utterance(group: readonly Block[], blocks: readonly Block[]): Utterance {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return { begins: NaN, ends: NaN, dropouts: 0 };
  // Blocks are rendered some at a time; each is heard at its place in the stream.
  const near = blocks.filter(({ at }) => at >= first.at - 200 && at <= last.at + 200);
  const offset = median(near.map((block) => block.at - startOf(block)));
  const dropouts = group.filter((block, i) => {
    const before = group[i - 1];
    return before !== undefined && silence(before, block) >= DROPOUT_MS;
  });
  return {
    begins: offset + startOf(first),
    ends: offset + endOf(last),
    dropouts: dropouts.length,
  };
}

function silence(before: Block, after: Block): number {
  return startOf(after) - endOf(before);
}

function startOf({ frame, rate }: Block): number {
  return (1_000 * frame) / rate;
}

function endOf({ frame, rate }: Block): number {
  return (1_000 * (frame + BLOCK)) / rate;
}
