import type { Point } from '../../core/aim.ts';
import { ancestorsOf } from '../shared/page/tree.ts';

/** Scrolls what a wheel would scroll there: the nearest thing around that still has a way to go. */
export function scrollAt(from: Element | null, { x, y }: Point): void {
  const way = { left: x, top: y, behavior: 'instant' } as const;
  const around = from === null ? [] : [from, ...ancestorsOf(from)];
  const root = document.scrollingElement ?? document.documentElement;
  const found = around.find((it) => it !== root && canScroll(it, { x, y })) ?? root;
  Reflect.apply(Element.prototype.scrollBy, found, [way]);
}

function canScroll(element: Element, { x, y }: Point): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } =
    extentOf(element);
  return (
    (scrolls(overflowY) && hasWay(scrollTop, scrollHeight - clientHeight, y)) ||
    (scrolls(overflowX) && hasWay(Math.abs(scrollLeft), scrollWidth - clientWidth, Math.abs(x)))
  );
}

function scrolls(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

function hasWay(at: number, most: number, by: number): boolean {
  if (by === 0 || most < 1) return false;
  return by > 0 ? at < most - 1 : at > 0;
}

const EXTENT = [
  'scrollLeft',
  'scrollTop',
  'scrollWidth',
  'scrollHeight',
  'clientWidth',
  'clientHeight',
] as const;

/** Asked of no element itself: a page may have given it properties of these names. */
function extentOf(element: Element): Record<(typeof EXTENT)[number], number> {
  const read = (name: (typeof EXTENT)[number]): number =>
    Reflect.get(Element.prototype, name, element);
  return {
    scrollLeft: read('scrollLeft'),
    scrollTop: read('scrollTop'),
    scrollWidth: read('scrollWidth'),
    scrollHeight: read('scrollHeight'),
    clientWidth: read('clientWidth'),
    clientHeight: read('clientHeight'),
  };
}
