import { likeness, overlap } from './likeness.ts';
import { kindOf, placeOf } from './mark-kind.ts';
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

/** From which sums on an element is taken for the marked one, and how far ahead of the next it must be. */
const LEAST = { total: 5.5, lead: 1.2, leadOverWrapper: 0.3 } as const;
/** How much must tell it from others: one of several is often followed by another one of them. */
const LEAST_IDENTITY = { alone: 1, amongLike: 2.5, amongTwins: 0 } as const;
/** From which sum on an element is worth offering to a person. */
const LIKELY = 1;
/** How many are offered. */
const MOST_OFFERED = 5;

/** Which of the candidates the marked element is, if that is certain enough. */
export function judge(anchor: Anchor, candidates: readonly ElementFacts[]): Verdict {
  const weighed = candidates.map((facts, index) => ({
    index,
    place: facts.place,
    ...weigh(anchor, facts),
  }));
  const order = weighed.toSorted((a, b) => b.total - a.total);
  // What is called otherwise is another one, however much it looks the same.
  const [best, ...rivals] = order.filter(({ identity }) => identity >= 0);
  const isClear = rivals.every(({ place, total }) => {
    const lead = place === best?.place ? LEAST.leadOverWrapper : LEAST.lead;
    return best !== undefined && best.total - total >= lead;
  });
  if (best !== undefined && isClear && isEnough(anchor, best)) return { found: best.index };
  const likely = order.filter(({ total }) => total >= LIKELY);
  return { moved: likely.slice(0, MOST_OFFERED).map(({ index }) => index) };
}

/** Whether an element that a mark was attached to may keep it. */
export function isStill(anchor: Anchor, facts: ElementFacts): boolean {
  return isEnough(anchor, weigh(anchor, facts));
}

function isEnough(anchor: Anchor, { identity, total }: Evidence): boolean {
  const { alone, amongLike, amongTwins } = LEAST_IDENTITY;
  const isAlone = anchor.surroundings.count < 2;
  const least = isOneOfTwins(anchor) ? amongTwins : isAlone ? alone : amongLike;
  return identity >= least && total >= LEAST.total;
}

/** Whether nothing told it from another element even then: only its place can. */
function isOneOfTwins(anchor: Anchor): boolean {
  const { surroundings, alike, common } = anchor;
  const { title, text, tokens: held } = surroundings.item;
  const tells = held.some((token) => !common.includes(token));
  const isSaid = (title !== '' && alike.itemTitle < 1) || (text !== '' && alike.itemText < 1);
  return !tells && !isSaid && !tellsItself(anchor);
}

/** Whether something of its own told it from others. */
function tellsItself({ fingerprint, alike, common }: Anchor): boolean {
  const texts = ['name', 'title', 'text'] as const;
  if (texts.some((text) => fingerprint[text] !== '' && alike[text] < 1)) return true;
  return [...fingerprint.tokens, ...fingerprint.inner].some((token) => !common.includes(token));
}

/** What speaks for and against an element. */
function weigh(anchor: Anchor, facts: ElementFacts): Evidence {
  const own = ownIdentity(anchor, facts);
  const identity = own + itemIdentity(anchor, facts, own) - mistaken(anchor, facts);
  const kind = kindOf(anchor.fingerprint, facts.fingerprint) + resemblance(anchor, facts);
  const place = placeOf(anchor, facts) * (isOneOfTwins(anchor) ? 2 : 1);
  return { identity, total: identity + kind + place };
}

/** What others had too: it tells the marked one from them no more than its tag does. */
function resemblance(
  { fingerprint: then, alike, common }: Anchor,
  { fingerprint: now }: ElementFacts,
) {
  const same = (['title', 'name', 'text'] as const).filter(
    (trait) => then[trait] !== '' && alike[trait] === 1 && then[trait] === now[trait],
  );
  return (
    same.length * 0.6 +
    overlap(
      then.inner.filter((it) => common.includes(it)),
      now.inner,
    )
  );
}

function ownIdentity(anchor: Anchor, { fingerprint: now, surroundings }: ElementFacts): number {
  const { fingerprint: then, alike } = anchor;
  const weight = weightOfWords(anchor, surroundings);
  const isMore = then.text !== then.name && then.text !== then.title;
  return (
    words(then.title, now.title, { ...TITLE, floor: alike.title, weight }) +
    (then.name === then.title
      ? 0
      : words(then.name, now.name, { ...TITLE, floor: alike.name, weight })) +
    (isMore ? words(then.text, now.text, { ...TEXT, floor: alike.text, weight }) : 0) +
    tokens(anchor, now) +
    share(anchor, then.inner, [...now.inner, ...now.tokens])
  );
}

/** What is said by the entry or section that an element is only a part of: nothing, if it is another part. */
function itemIdentity(anchor: Anchor, facts: ElementFacts, own: number): number {
  const { surroundings: then, alike } = anchor;
  const { surroundings: now, fingerprint } = facts;
  const { item } = then;
  const isPart = then.path.length > 0;
  const isSamePart =
    isPart && anchor.fingerprint.tag === fingerprint.tag && then.path.join() === now.path.join();
  if (item.text === anchor.fingerprint.text || (own < -1 && !isSamePart)) return 0;
  const weight = weightOfWords(anchor, now);
  const sum =
    words(item.title, now.item.title, { ...TITLE, floor: alike.itemTitle, weight }) +
    words(item.text, now.item.text, { ...TEXT, floor: alike.itemText, weight }) +
    share(anchor, item.tokens, now.item.tokens);
  // A section holds other things too, which come and go: it only confirms.
  const most = tellsItself(anchor) ? Math.max(own, 0) : sum;
  return isPart ? sum : Math.min(Math.max(sum / 3, 0), most);
}

/** Another language has other words, but for names. */
function weightOfWords({ surroundings: then }: Anchor, now: ElementFacts['surroundings']): number {
  return then.language === now.language ? 1 : 0.15;
}

const TITLE = { gain: 3.5, loss: 1.8 } as const;
const TEXT = { gain: 3, loss: 0.8 } as const;

interface Worth {
  readonly gain: number;
  readonly loss: number;
  /** How alike another element was when the mark was made: no more than that says nothing. */
  readonly floor: number;
  /** How much other words count. */
  readonly weight: number;
}

function words(then: string, now: string, { gain, loss, floor, weight }: Worth): number {
  if (then === '') return 0;
  const alike = likeness(then, now);
  if (floor === 1) return alike < 0.4 ? -loss * weight * (1 - alike / 0.4) : 0;
  const least = Math.max(floor, 0.4);
  if (alike < least) return -loss * weight * (1 - alike / least);
  // Nearly the same is much less than the same: so may another one be called.
  return gain * ((alike - least) / (1 - least)) ** 2;
}

/** Attributes of its own. */
function tokens(anchor: Anchor, now: Fingerprint): number {
  let [sum, left] = [0, 1];
  for (const token of anchor.fingerprint.tokens) {
    if (!now.tokens.includes(token)) sum -= (now.tokens.some(isSame(token)) ? 1.2 : 0.4) * left;
    else sum += (has(anchor, token) ? 0 : isCounter(token) ? 1.5 : 3.5) * left;
    left /= 2;
  }
  return sum;
}

function isSame(token: string) {
  const name = token.slice(0, token.indexOf('=') + 1);
  return (other: string) => other.startsWith(name);
}

/** A small number at the end may be a place in a list. */
function isCounter(token: string): boolean {
  return /\D\d{1,3}$/.test(token);
}

/** What is held, as far as it tells: all of it says much, none of it speaks against. */
function share(anchor: Anchor, then: readonly string[], now: readonly string[]): number {
  const telling = then.filter((token) => !has(anchor, token));
  const all = sumOf(telling);
  if (all === 0) return 0;
  const kept = sumOf(telling.filter((token) => now.includes(token))) / all;
  return Math.min(1, all) * (kept * 3.5 - (1 - kept) * 2);
}

function sumOf(held: readonly string[]): number {
  return held.reduce((sum, token) => sum + (isCounter(token) ? 0.4 : 1), 0);
}

/** An element that is called as another one was is that other one. */
function mistaken(anchor: Anchor, facts: ElementFacts): number {
  const [then, now] = [labelOf(anchor), labelOf(facts)];
  const isOther = now !== then && anchor.others.includes(now);
  const [codes, itsCodes] = [codesOf(anchor), codesOf(facts)];
  const isOfOtherCode =
    codes.length > 0 && itsCodes.length > 0 && !codes.some((code) => itsCodes.includes(code));
  return isOther || isOfOtherCode ? 4 : 0;
}

/** Numbers by which people tell orders, parts and the like from one another; prices are none. */
function codesOf({ fingerprint, surroundings }: Told): readonly string[] {
  const text = surroundings.path.length === 0 ? fingerprint.text : surroundings.item.text;
  return (
    text.match(/(?<![\p{L}\p{N}.,])(#|[a-z]{1,4}-)?\d{4,}(?![\p{L}\p{N}]|[.,]\d|\s?\p{Sc})/gu) ?? []
  );
}

/** What both an anchor and a candidate tell. */
type Told = Pick<ElementFacts, 'fingerprint' | 'surroundings'>;

/** How an element is called among its like. */
export function labelOf({
  fingerprint,
  surroundings,
}: Omit<ElementFacts, 'matched' | 'place'>): string {
  const own = fingerprint.title || fingerprint.name || fingerprint.text;
  return surroundings.path.length === 0 ? own : surroundings.item.title || own;
}

function has({ common }: Anchor, trait: string): boolean {
  return common.includes(trait);
}
