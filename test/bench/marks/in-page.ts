import { finder } from '@medv/finder';
import { getCssSelector } from 'css-selector-generator';
import type { Anchor } from '../../../core/mark.ts';
import { anchorOf } from '../../../entrypoints/shared/page/anchor.ts';
import { locating } from '../../../entrypoints/shared/page/locate.ts';
import { weigh } from '../../../core/mark-score.ts';
import { candidatesOf } from '../../../entrypoints/shared/page/candidates.ts';
import { describe } from '../../../entrypoints/shared/page/describe.ts';
import { Editor, takeTarget } from './editor.ts';
import { PAIRS } from './pairs.ts';

/** What is known of the target before: by our mark, and by one selector of each library. */
interface Known {
  readonly anchor: Anchor | null;
  readonly finder: string;
  readonly generator: string;
}

/** Where each way of finding leads after. */
export type Outcome = 'right' | 'wrong' | 'told' | 'lost';

/** What the runner calls, in the page. */
const bench = {
  /** Learns the target, then changes the page. */
  before(pairIndex: number): { known: Known; html: string; took: number } {
    const pair = PAIRS[pairIndex];
    if (!pair) throw new Error(`no pair ${pairIndex}`);
    const page = new Editor(pair.target);
    const target = takeTarget();
    if (!target) throw new Error(pair.target);
    const start = performance.now();
    const anchor = anchorOf(target);
    const took = performance.now() - start;
    const known = {
      anchor,
      finder: quietly(() => finder(target)),
      generator: quietly(() => getCssSelector(target)),
    };
    target.setAttribute('bench-target', '');
    pair.change(page);
    return { known, html: page.html, took };
  },

  /** Looks for the target. */
  after({ anchor, finder: short, generator }: Known) {
    const target = takeTarget();
    const start = performance.now();
    const { ours, offered } = find(anchor, target);
    const took = performance.now() - start;
    return {
      ours,
      offered,
      finder: by(short, target),
      generator: by(generator, target),
      isGone: target === null,
      took,
      debug: debug(anchor, target),
    };
  },
};

function debug(anchor: Anchor | null, target: Element | null) {
  if (!anchor) return [];
  const work = candidatesOf(anchor);
  let step = work.next();
  while (!step.done) step = work.next();
  return [...step.value]
    .map(([e, m]) => ({
      it: (e === target ? '***' : '') + e.outerHTML.slice(0, 160),
      ...weigh(anchor, { ...describe(e), matched: m, place: 0 }),
      facts: e === target ? describe(e) : m,
    }))
    .toSorted((a, b) => b.total - a.total)
    .filter((x, i) => i < 4 || x.it.startsWith('***'));
}

function find(anchor: Anchor | null, target: Element | null) {
  if (anchor === null) return { ours: 'lost' as const, offered: false };
  const work = locating(anchor);
  let step = work.next();
  while (!step.done) step = work.next();
  const located = step.value;
  const offered = 'moved' in located && target !== null && located.moved.includes(target);
  return { ours: outcome('found' in located ? located.found : null, target), offered };
}

/** A selector, or none that leads anywhere: neither library promises to know every tree. */
function quietly(select: () => string): string {
  try {
    return select();
  } catch {
    return ':not(*)';
  }
}

function by(selector: string, target: Element | null): Outcome {
  return outcome(document.querySelector(selector), target);
}

function outcome(found: Element | null, target: Element | null): Outcome {
  if (found === null) return target === null ? 'told' : 'lost';
  return found === target ? 'right' : 'wrong';
}

export type Bench = typeof bench;
Reflect.set(globalThis, 'bench', bench);
