import { lastingClasses } from '../../../core/lasting.ts';
import { overlap, plain } from '../../../core/likeness.ts';
import { type Item, MARK_LIMITS, type Surroundings } from '../../../core/mark.ts';
import { attribute, contains, findIn, isBefore, parentOf } from './dom.ts';
import {
  HEADINGS,
  fingerprintOf,
  nameOf,
  roleOf,
  textOf,
  titleOf,
  wordsOf,
} from './fingerprint.ts';
import { remembered } from './remember.ts';
import {
  ancestorsOf,
  childrenOf,
  type Side,
  siblingsFrom,
  siblingsOf,
  someIn,
  tagOf,
} from './tree.ts';

/** Roles of what divides a page. */
const LANDMARK =
  /^(navigation|main|complementary|banner|contentinfo|form|search|region|dialog|alertdialog)$/;
/** What is an entry by its tag or its role alone. */
const ENTRY = /^(tr|details|option|listitem|row|article|tabpanel)$/;
/** What is only a part of one. */
const CELL = /^(td|th|dt|dd|cell|gridcell)$/;
/** What is a section, where there are no entries. */
const SECTION = /^(section|form|fieldset|article|aside|dialog)$/;
/** What holds everything, and so says nothing. */
const WHOLE = /^(html|body)$/;
/** What nobody sees. */
const UNSEEN = /^(script|style|link|template|slot|br|hr)$/;
/** How many wrappers that hold nothing else are seen through. */
const MOST_WRAPPERS = 4;
/** How many siblings on either side are looked at: a list may have thousands. */
const REACH = 24;
const BEFORE = 'previousElementSibling';
const AFTER = 'nextElementSibling';
const SIDES: readonly Side[] = [BEFORE, AFTER];

/** The elements by which one tells what is around an element. */
interface Around {
  /** Itself, or the outermost wrapper that holds nothing else. */
  readonly outer: Element;
  /** The row, card or entry that it is or is a part of: one of several of its kind. */
  readonly entry: Element | null;
  /** The entry or, where there is none, the section. */
  readonly item: Element | null;
}

/** What is around an element. */
export function surroundingsOf(element: Element): Surroundings {
  const { outer, entry, item } = around(element);
  const place = entry === null ? outer : outermost(entry);
  return {
    language: languageOf(element),
    heading: headingBefore(place),
    landmark: landmarkOf(element),
    item: itemOf(item),
    path: entry === null ? [] : pathDown(entry, element),
    before: neighbour(place, BEFORE),
    after: neighbour(place, AFTER),
    ...placeAmong(entry === null ? null : place),
    ancestors: ancestorsNamed(outer),
  };
}

/** The elements by which one tells what is around an element. */
export const around = remembered((element): Around => {
  const outer = outermost(element);
  const entry = isWhole(element) && isEntry(outer) ? element : entryAround(outer, element);
  return { outer, entry, item: entry ?? sectionOf(outer) };
});

/** An element that is more than a part: an entry by itself, if it is one of several. */
function isWhole(element: Element): boolean {
  return roleOf(element) !== 'button' && someIn(element, 2).length > 1;
}

function entryAround(outer: Element, element: Element): Element | null {
  const own = wordsOf(element).length;
  for (const it of ancestorsOf(outer)) {
    if (WHOLE.test(tagOf(it))) return null;
    if (isEntry(it) && wordsOf(it).length > own) return it;
  }
  return null;
}

function outermost(element: Element): Element {
  let at = element;
  for (let i = 0; i < MOST_WRAPPERS; i++) {
    const parent = parentOf(at);
    if (parent === null || WHOLE.test(tagOf(parent))) break;
    if (hasBeside(at, (it) => !UNSEEN.test(tagOf(it)))) break;
    at = parent;
  }
  return at;
}

/** The nearest entries beside an entry, itself among them, each with the wrappers around it. */
export function likeOf(entry: Element): Element[] {
  const at = outermost(entry);
  return [...likeBeside(at, BEFORE).toReversed(), at, ...likeBeside(at, AFTER)];
}

/** Which of the entries beside it an entry is, and of how many, as far as is looked. */
function placeAmong(entry: Element | null): Pick<Surroundings, 'index' | 'count'> {
  if (entry === null) return { index: 0, count: 0 };
  const index = likeBeside(entry, BEFORE).length;
  return { index, count: index + 1 + likeBeside(entry, AFTER).length };
}

/** Those of the nearest siblings on a side that are of a kind with an element, the nearest first. */
function likeBeside(element: Element, side: Side): Element[] {
  return siblingsFrom(element, side)
    .take(REACH)
    .filter((other) => isLike(element, other))
    .toArray();
}

/** Whether there is such a sibling on either side. */
function hasBeside(element: Element, isMeant: (sibling: Element) => boolean): boolean {
  return SIDES.some((side) => siblingsFrom(element, side).some(isMeant));
}

function isEntry(element: Element): boolean {
  const kinds = [tagOf(element), roleOf(element)];
  if (kinds.some((kind) => CELL.test(kind))) return false;
  if (kinds.some((kind) => ENTRY.test(kind))) return true;
  return SIDES.some((side) => likeBeside(element, side).length > 0);
}

/** Whether two siblings are of a kind: of one tag, with a class in common or none at all, and built alike. */
function isLike(one: Element, other: Element): boolean {
  if (one === other) return true;
  if (tagOf(one) !== tagOf(other) || UNSEEN.test(tagOf(one))) return false;
  const [holds, itHolds] = [tagsIn(one), tagsIn(other)];
  const isBuiltAlike = holds.length + itHolds.length === 0 || overlap(holds, itHolds) >= 0.5;
  return isBuiltAlike && classesOf(one).some((name) => classesOf(other).includes(name));
}

const tagsIn = remembered((element) => childrenOf(element).map(tagOf));

/** The classes of an element, made up or not; an empty one where it has none. */
const classesOf = remembered((element) => (attribute(element, 'class') ?? '').split(/\s+/));

function itemOf(element: Element | null): Item {
  if (element === null) return { title: '', text: '', tokens: [] };
  const { title, text, tokens, inner } = fingerprintOf(element);
  const all = [...new Set([...tokens, ...inner])];
  return { title, text, tokens: all.slice(0, MARK_LIMITS.tokens) };
}

function sectionOf(element: Element): Element | null {
  const found = [...ancestorsOf(element)].find((it) => SECTION.test(tagOf(it)) || isLandmark(it));
  return found ?? null;
}

function pathDown(entry: Element, element: Element): string[] {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && at !== entry; at = parentOf(at)) {
    const tag = tagOf(at);
    const like = siblingsOf(at).filter((it) => tagOf(it) === tag);
    steps.unshift(`${tag} ${like.indexOf(at)}`);
  }
  return steps.slice(-MARK_LIMITS.ancestors);
}

/** The heading of the nearest thing around that has one before this. */
function headingBefore(element: Element): string {
  let inner = element;
  for (const it of ancestorsOf(element)) {
    // A shadow tree has no place among what is within its host.
    const heading = contains(it, inner) ? findIn(it, HEADINGS) : null;
    if (heading !== null && isBefore(heading, inner)) return textOf(heading, MARK_LIMITS.name);
    inner = it;
  }
  return '';
}

function landmarkOf(element: Element): string {
  const landmark = [...ancestorsOf(element)].find(isLandmark);
  if (landmark === undefined) return '';
  return plain(`${roleOf(landmark)} ${nameOf(landmark)}`, MARK_LIMITS.name);
}

function isLandmark(element: Element): boolean {
  const role = roleOf(element);
  return LANDMARK.test(role) && (role !== 'region' || nameOf(element) !== '');
}

/** What the nearest sibling on a side says. */
function neighbour(element: Element, side: Side): string {
  const words = (sibling: Element) => titleOf(sibling) || nameOf(sibling);
  const said = siblingsFrom(element, side).take(3).map(words);
  return said.find((it) => it !== '') ?? '';
}

function ancestorsNamed(element: Element): string[] {
  return [...ancestorsOf(element)]
    .filter((it) => !WHOLE.test(tagOf(it)))
    .slice(0, MARK_LIMITS.ancestors)
    .map((it) => plain(`${tagOf(it)}${knownBy(it)}`, MARK_LIMITS.name));
}

function knownBy(element: Element): string {
  const id = lastingClasses(attribute(element, 'id') ?? '')[0];
  const role = attribute(element, 'role');
  return id ? `#${id}` : role ? `[${role}]` : '';
}

function languageOf(element: Element): string {
  const said = [element, ...ancestorsOf(element)].find((it) => attribute(it, 'lang'));
  return plain(said ? (attribute(said, 'lang') ?? '') : '', 20).split('-')[0] ?? '';
}
