import { parentOf } from '../shared/page/dom.ts';

/** How much smaller than made something may be shown, as a factor. */
const LEAST_SCALE = 0.9;

/** Whether styles keep a person from seeing an element as it is: its own, or those of anything around it. */
export function isDisguised(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    if (disguises(getComputedStyle(at))) return true;
  }
  return false;
}

function disguises(style: CSSStyleDeclaration): boolean {
  const { opacity, visibility, mixBlendMode, filter, clipPath, maskImage } = style;
  const hides = Number(opacity) < 1 || visibility !== 'visible' || mixBlendMode !== 'normal';
  return hides || [filter, clipPath, maskImage].some((value) => value !== 'none') || shrinks(style);
}

function shrinks({ transform, scale }: CSSStyleDeclaration): boolean {
  const { a, b, c, d, is2D } = new DOMMatrix(transform);
  const factors = [Math.hypot(a, b), Math.hypot(c, d), ...scale.split(' ').map(Number)];
  return !is2D || factors.some((factor) => factor < LEAST_SCALE);
}
