import type { Box, Candidate, Point, Step } from '../../core/aim.ts';
import type { Anchor } from '../../core/mark.ts';
import { anchorOf } from '../shared/page/anchor.ts';
import { isConnected, place } from '../shared/page/dom.ts';
import { roleOf } from '../shared/page/fingerprint.ts';
import { ancestorsOf, tagOf } from '../shared/page/tree.ts';
import { calledOf } from './called.ts';
import { elementAt } from './hit.ts';
import type { PickerFrame } from './picker-frame.ts';
import { scrollAt } from './scroll.ts';
import { step } from './step.ts';

/** What holds everything: no card. */
const WHOLE = /^(html|head)$/;

/** How whoever shows it hears what is aimed at. */
export interface AimListener {
  candidate(candidate: Candidate): void;
  moved(box: Box): void;
}

/** The element of the page that is aimed at, and the way out from it. */
export class Aim {
  readonly #frame: PickerFrame;
  /** From the innermost element out; never empty. */
  #chain: readonly [Element, ...Element[]];
  #rung = 0;
  #box: Box | null = null;
  #listener: AimListener | null = null;

  constructor(first: Element | null, frame: PickerFrame) {
    this.#frame = frame;
    this.#chain = chainFrom(first) ?? [document.body ?? document.documentElement];
  }

  /** Tells from now on what is aimed at, and begins with what is now. */
  tell(listener: AimListener): void {
    this.#listener = listener;
    this.#show();
  }

  /** Aims at what is there. */
  point(at: Point): void {
    const chain = chainFrom(elementAt(at, this.#frame.host));
    if (chain === null || (chain[0] === this.#chain[0] && this.#rung === 0)) return;
    this.#aimAt(chain);
  }

  step(to: Step): void {
    if (to === 'parent') return this.widen(this.#rung + 1);
    if (to === 'child' && this.#rung > 0) return this.widen(this.#rung - 1);
    const chain = chainFrom(step(this.#at, to));
    if (chain === null) return;
    this.#aimAt(chain);
    this.#bringIntoView();
  }

  /** Aims at another element on the way out. */
  widen(rung: number): void {
    this.#rung = Math.min(Math.max(rung, 0), this.#chain.length - 1);
    this.#bringIntoView();
    this.#show();
  }

  scroll(at: Point, by: Point): void {
    scrollAt(elementAt(at, this.#frame.host), by);
    this.point(at);
    this.follow();
  }

  /** What is known of the candidate, to find it again. */
  anchor(): Anchor | null {
    return anchorOf(this.#at);
  }

  /** The candidate may have been moved, or be gone. */
  follow(): void {
    if (!isConnected(this.#at)) return this.#aimAt(this.#left());
    const box = boxOf(this.#at);
    if (isSame(box, this.#box)) return;
    this.#box = box;
    this.#listener?.moved(box);
  }

  get #at(): Element {
    return this.#chain[this.#rung] ?? this.#chain[0];
  }

  #aimAt(chain: readonly [Element, ...Element[]]): void {
    this.#chain = chain;
    this.#rung = 0;
    this.#show();
  }

  /** What is left of the way out when the candidate is gone. */
  #left(): readonly [Element, ...Element[]] {
    const left = this.#chain.slice(this.#rung).find(isConnected);
    return chainFrom(left ?? null) ?? [document.body ?? document.documentElement];
  }

  #bringIntoView(): void {
    const { left, top, right, bottom } = place(this.#at);
    const isInView = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    if (isInView) return;
    const options = { block: 'nearest', inline: 'nearest', behavior: 'instant' } as const;
    Element.prototype.scrollIntoView.call(this.#at, options);
  }

  #show(): void {
    const at = this.#at;
    this.#box = boxOf(at);
    this.#listener?.candidate({
      tag: tagOf(at).slice(0, 50),
      role: roleOf(at),
      name: calledOf(at),
      box: this.#box,
      isRightToLeft: getComputedStyle(at).direction === 'rtl',
      rung: this.#rung,
      rungs: this.#chain.length,
    });
  }
}

function chainFrom(element: Element | null): readonly [Element, ...Element[]] | null {
  if (element === null) return null;
  const [first, ...rest] = [element, ...ancestorsOf(element)].filter(
    (it) => !WHOLE.test(tagOf(it)),
  );
  return first === undefined ? null : [first, ...rest];
}

function boxOf(element: Element): Box {
  const { x, y, width, height } = place(element);
  return { x, y, width, height };
}

function isSame(one: Box, other: Box | null): boolean {
  return (
    one.x === other?.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height
  );
}
