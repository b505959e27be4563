import type { Step } from '../../core/aim.ts';
import { place } from '../shared/page/dom.ts';
import { childrenOf, rootIn } from '../shared/page/tree.ts';

/** The element that a step leads to, among those that have a size; null where there is none. */
export function step(from: Element, to: Exclude<Step, 'parent'>): Element | null {
  if (to === 'child') return childrenIn(from).find(hasSize) ?? null;
  const side = to === 'next' ? 'nextElementSibling' : 'previousElementSibling';
  let sibling: unknown = Reflect.get(Element.prototype, side, from);
  while (sibling instanceof Element && !hasSize(sibling)) {
    sibling = Reflect.get(Element.prototype, side, sibling);
  }
  return sibling instanceof Element ? sibling : null;
}

/** A shadow tree is what is seen of its host. */
function childrenIn(element: Element): Element[] {
  const root = rootIn(element);
  return [...(root ? childrenOf(root) : []), ...childrenOf(element)];
}

function hasSize(element: Element): boolean {
  const { width, height } = place(element);
  return width > 0 && height > 0;
}
