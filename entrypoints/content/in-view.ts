import { contains, focused, place } from '../shared/page/dom.ts';

/** The card that a person means who points at none: the one with the focus, or the nearest to the middle. */
export function cardInView(cards: readonly Element[]): Element | undefined {
  const active = focused();
  const reached = active && cards.find((card) => contains(card, active));
  if (reached) return reached;
  const inView = cards
    .map((card) => ({ card, box: place(card) }))
    .filter(({ box }) => isInView(box));
  return inView.toSorted((a, b) => fromMiddle(a.box) - fromMiddle(b.box))[0]?.card;
}

function isInView({ left, right, top, bottom, width, height }: DOMRect): boolean {
  const overlaps = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  return overlaps && width > 0 && height > 0;
}

/** Twice how far it is. */
function fromMiddle({ left, right, top, bottom }: DOMRect): number {
  return Math.hypot(left + right - innerWidth, top + bottom - innerHeight);
}
