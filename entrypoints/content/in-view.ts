import { contains, place } from '../shared/page/dom.ts';

/** The card that a person means who points at none: the one with the focus, or the nearest to the middle. */
export function cardInView(cards: readonly Element[]): Element | undefined {
  const active: unknown = Reflect.get(Document.prototype, 'activeElement', document);
  const focused = active instanceof Element && cards.find((card) => contains(card, active));
  if (focused) return focused;
  const inView = cards
    .map((card) => ({ card, box: place(card) }))
    .filter(({ box }) => isInView(box));
  return inView.toSorted((a, b) => fromMiddle(a.box) - fromMiddle(b.box))[0]?.card;
}

function isInView({ left, right, top, bottom, width, height }: DOMRect): boolean {
  const overlaps = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  return overlaps && width > 0 && height > 0;
}

function fromMiddle({ left, right, top, bottom }: DOMRect): number {
  return Math.hypot((left + right - innerWidth) / 2, (top + bottom - innerHeight) / 2);
}
