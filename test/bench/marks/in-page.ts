import { finder } from '@medv/finder';
import { getCssSelector } from 'css-selector-generator';
import type { Anchor } from '../../../core/mark.ts';
import { anchorOf } from '../../../entrypoints/shared/page/anchor.ts';
import { glance, locating } from '../../../entrypoints/shared/page/locate.ts';
import { Editor, giveTarget, takeTarget } from './editor.ts';
import { PAIRS } from './pairs.ts';

/** What is known of the target before: by our mark, and by one selector of each library. */
interface Known {
  readonly anchor: Anchor;
  readonly finder: string;
  readonly generator: string;
}

/** Where a way of finding leads: `told` where there is nothing and it says so, `lost` where it says so wrongly. */
export type Outcome = 'right' | 'wrong' | 'told' | 'lost';

/** What came of each way on a page that has changed. */
export interface Found {
  readonly ours: Outcome;
  readonly finder: Outcome;
  readonly generator: Outcome;
  /** Whether there is nothing to be found any more. */
  readonly isGone: boolean;
}

/** What the runner calls, in the page. */
const bench = {
  /** Learns the target, then changes the page. */
  before(pairIndex: number): { known: Known; html: string } {
    const pair = PAIRS[pairIndex];
    if (!pair) throw new Error(`There is no pair ${pairIndex}.`);
    const page = new Editor(pair.target);
    const target = takeTarget();
    const anchor = target && anchorOf(target);
    if (!anchor || glance(stored(anchor)) !== target)
      throw new Error(`No mark could be put on ${pair.target}.`);
    const known = {
      anchor,
      finder: quietly(() => finder(target)),
      generator: quietly(() => getCssSelector(target)),
    };
    giveTarget(target);
    pair.change(page);
    return { known, html: page.html };
  },

  /** Looks for the target. */
  after({ anchor, finder: short, generator }: Known): Found {
    const target = takeTarget();
    return {
      ours: outcome(find(anchor), target),
      finder: outcome(document.querySelector(short), target),
      generator: outcome(document.querySelector(generator), target),
      isGone: target === null,
    };
  },
};

/** What comes back of an anchor once it was stored, where the browser sorts the names of properties. */
function stored(anchor: Anchor): Anchor {
  const sorted = (it: unknown): unknown => {
    if (Array.isArray(it)) return it.map(sorted);
    if (typeof it !== 'object' || it === null) return it;
    return Object.fromEntries(
      Object.entries(it)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, value]) => [name, sorted(value)]),
    );
  };
  return JSON.parse(JSON.stringify(sorted(anchor)));
}

function find(anchor: Anchor): Element | null {
  const work = locating(anchor);
  let step = work.next();
  while (!step.done) step = work.next();
  return 'found' in step.value ? step.value.found : null;
}

/** A selector, or one that leads nowhere: neither library promises to know shadow roots. */
function quietly(select: () => string): string {
  try {
    return select();
  } catch {
    return ':not(*)';
  }
}

function outcome(found: Element | null, target: Element | null): Outcome {
  if (found === null) return target === null ? 'told' : 'lost';
  return found === target ? 'right' : 'wrong';
}

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
