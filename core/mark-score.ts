import { likeness, overlap } from './likeness.ts';
import type { Anchor, ElementFacts, Fingerprint, Verdict } from './mark.ts';

/**
 * What speaks for an element being the marked one, as sums of evidence: what only few elements have in
 * common says much when it is still so, what many share says little, and what has changed speaks against.
 */
interface Evidence {
  /** By what tells it from its like: words, attributes, what it holds, the entry it is in. */
  readonly identity: number;
  /** Identity, and what it is and where. */
  readonly total: number;
}

/** From which sums on an element is taken for the marked one, and how far ahead of the second best. */
const LEAST = { identity: 1, total: 4, lead: 1.2 } as const;
/** From which sum on an element is worth offering to a person. */
const LIKELY = 1;
/** How many are offered. */
const MOST_OFFERED = 5;

/** Which of the candidates the marked element is, if that is certain enough. */
export function judge(anchor: Anchor, candidates: readonly ElementFacts[]): Verdict {
  const sums = candidates.map((facts) => weigh(anchor, facts));
  const order = [...sums.keys()].toSorted((a, b) => totalOf(sums, b) - totalOf(sums, a));
  const [best = -1, second = -1] = order;
  const lead = totalOf(sums, best) - totalOf(sums, second);
  if (isEnough(sums[best]) && lead >= LEAST.lead) return { found: best };
  const likely = order.filter((i) => totalOf(sums, i) >= LIKELY);
  return { moved: likely.slice(0, MOST_OFFERED) };
}

/** Whether an element that a mark was attached to may keep it. */
export function isStill(anchor: Anchor, facts: ElementFacts): boolean {
  return isEnough(weigh(anchor, facts));
}

function isEnough(evidence: Evidence | undefined): boolean {
  if (evidence === undefined) return false;
  return evidence.identity >= LEAST.identity && evidence.total >= LEAST.total;
}

function totalOf(sums: readonly Evidence[], i: number): number {
  return sums[i]?.total ?? Number.NEGATIVE_INFINITY;
}

/** What speaks for and against an element. */
function weigh(anchor: Anchor, facts: ElementFacts): Evidence {
  const identity =
    ownIdentity(anchor, facts) + itemIdentity(anchor, facts) - mistaken(anchor, facts);
  const kind = kindOf(anchor.fingerprint, facts.fingerprint);
  const place = placeOf(anchor, facts);
  return { identity, total: identity + kind + place };
}

function ownIdentity(anchor: Anchor, { fingerprint: now, surroundings }: ElementFacts): number {
  const { fingerprint: then } = anchor;
  const weight = anchor.surroundings.language === surroundings.language ? 1 : 0.15;
  const isCalled = then.name !== '' && then.name !== then.title;
  return (
    words(then.title, now.title, { ...TITLE, isShared: has(anchor, 'title'), weight }) +
    (isCalled
      ? words(then.name, now.name, { ...TITLE, isShared: has(anchor, 'name'), weight })
      : 0) +
    words(then.text, now.text, { ...TEXT, isShared: has(anchor, 'text'), weight }) +
    tokens(anchor, now) +
    share(anchor, then.inner, [...now.inner, ...now.tokens])
  );
}

/** What the entry says that an element is only a part of. */
function itemIdentity(anchor: Anchor, { surroundings: now }: ElementFacts): number {
  const { surroundings: then } = anchor;
  if (then.path.length === 0) return 0;
  const weight = then.language === now.language ? 1 : 0.15;
  const { item } = then;
  return (
    words(item.title, now.item.title, { ...TITLE, isShared: has(anchor, 'item title'), weight }) +
    words(item.text, now.item.text, { ...TEXT, isShared: has(anchor, 'item text'), weight }) +
    share(anchor, item.tokens, now.item.tokens)
  );
}

const TITLE = { gain: 3.5, loss: 1.8 } as const;
const TEXT = { gain: 1.5, loss: 0.8 } as const;

interface Worth {
  readonly gain: number;
  readonly loss: number;
  /** Whether another element said the same when the mark was made. */
  readonly isShared: boolean;
  /** How much words count at all. */
  readonly weight: number;
}

function words(then: string, now: string, { gain, loss, isShared, weight }: Worth): number {
  if (then === '') return 0;
  const alike = likeness(then, now);
  if (alike < 0.4) return -loss * weight * (1 - alike / 0.4);
  return (isShared ? gain / 4 : gain) * Math.min(1, (alike - 0.4) / 0.5);
}

/** Attributes of its own. */
function tokens(anchor: Anchor, now: Fingerprint): number {
  let [sum, left] = [0, 1];
  for (const token of anchor.fingerprint.tokens) {
    if (!now.tokens.includes(token)) sum -= (now.tokens.some(isSame(token)) ? 1.2 : 0.4) * left;
    else sum += (has(anchor, token) ? 0.3 : isCounter(token) ? 1.5 : 3.5) * left;
    left /= 2;
  }
  return sum;
}

function isSame(token: string) {
  const name = token.slice(0, token.indexOf('=') + 1);
  return (other: string) => other.startsWith(name);
}

/** A number at the end may be a place in a list. */
function isCounter(token: string): boolean {
  return /[=_-]?\D\d{1,2}$/.test(token);
}

/** What is held, as far as it tells: all of it says much, none of it speaks against. */
function share(anchor: Anchor, then: readonly string[], now: readonly string[]): number {
  const telling = then.filter((token) => !has(anchor, token));
  if (telling.length === 0) return 0;
  const kept = telling.filter((token) => now.includes(token)).length / telling.length;
  return kept * 3.5 - (1 - kept) * 2;
}

/** An element that is called as another one was is that other one. */
function mistaken({ fingerprint, surroundings, others }: Anchor, facts: ElementFacts): number {
  const [then, now] = [labelOf({ fingerprint, surroundings }), labelOf(facts)];
  return now !== then && others.includes(now) ? 4 : 0;
}

/** How an element is called among its like. */
export function labelOf({ fingerprint, surroundings }: Omit<ElementFacts, 'matched'>): string {
  const own = fingerprint.title || fingerprint.name || fingerprint.text;
  return surroundings.path.length === 0 ? own : surroundings.item.title || own;
}

/** What it is: few elements of another kind are the same one. */
function kindOf(then: Fingerprint, now: Fingerprint): number {
  const tag = then.tag === now.tag ? 0.4 : isKin(then.tag, now.tag) ? -0.4 : -2.5;
  const role = then.role === now.role ? 0.3 : -0.6;
  const shape =
    now.shape.length === 0 && then.shape.length === 0 ? 1 : overlap(then.shape, now.shape);
  return tag + role + shape * 1.6 - 0.6 + overlap(then.classes, now.classes);
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
function placeOf(anchor: Anchor, { surroundings: now, matched }: ElementFacts): number {
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
    matched.length * 0.6
  );
}

function either(then: string, now: string, gain: number, loss: number): number {
  if (then === '' && now === '') return 0;
  return likeness(then, now) > 0.7 ? gain : -loss;
}

function has({ common }: Anchor, trait: string): boolean {
  return common.includes(trait);
}
