import { likeness, overlap } from './likeness.ts';
import type { Anchor, ElementFacts, Fingerprint } from './mark.ts';

/** What it is: few elements of another kind are the same one. */
export function kindOf(then: Fingerprint, now: Fingerprint): number {
  const tag = then.tag === now.tag ? 0.4 : isKin(then.tag, now.tag) ? -0.1 : -2.5;
  const role = then.role === now.role ? 0.3 : then.role === '' || now.role === '' ? -0.1 : -0.6;
  const shape =
    now.shape.length === 0 && then.shape.length === 0 ? 1 : overlap(then.shape, now.shape);
  const depth = then.depth === now.depth ? 0.8 : -0.8;
  return tag + role + shape * 3 - 2 + depth + overlap(then.classes, now.classes);
}

const KIN = [
  ['a', 'button', 'input', 'summary'],
  ['div', 'section', 'article', 'li', 'aside', 'main', 'form', 'header', 'footer', 'figure', 'tr'],
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'span', 'strong', 'div'],
];

function isKin(one: string, other: string): boolean {
  return KIN.some((tags) => tags.includes(one) && tags.includes(other));
}

/** Where it is. */
export function placeOf(anchor: Anchor, { surroundings: now, matched }: ElementFacts): number {
  const { surroundings: then } = anchor;
  const isInPlace = then.index === now.index && then.count === now.count;
  return (
    either(then.landmark, now.landmark, 0.6, 0.8) +
    either(then.heading, now.heading, 0.8, 0.5) +
    either(then.path.join(' '), now.path.join(' '), 0.8, 0.5) +
    either(then.before, now.before, 0.5, 0.2) +
    either(then.after, now.after, 0.5, 0.2) +
    overlap(then.ancestors, now.ancestors) * 1.4 -
    0.5 +
    (isInPlace ? 0.3 : 0) +
    // What is wrapped has its wrapper in its old place.
    matched.reduce((sum, i) => sum + (i === 0 ? 0.3 : 0.6), 0)
  );
}

function either(then: string, now: string, gain: number, loss: number): number {
  if (then === '' && now === '') return 0;
  return likeness(then, now) > 0.7 ? gain : -loss;
}
