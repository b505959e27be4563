import { lastingClasses } from '../../../core/lasting.ts';
import { plain } from '../../../core/likeness.ts';
import { type Item, MARK_LIMITS, type Surroundings } from '../../../core/mark.ts';
import { attribute, contains, findIn, isBefore, parentOf } from './dom.ts';
import { HEADINGS, fingerprintOf, nameOf, roleOf, textOf, titleOf } from './fingerprint.ts';
import { ancestorsOf, childrenOf, tagOf } from './tree.ts';

/** Roles of what divides a page. */
const LANDMARK =
  /^(navigation|main|complementary|banner|contentinfo|form|search|region|dialog|alertdialog)$/;
/** What is an entry by its tag or its role alone. */
const ENTRY = /^(li|tr|article|dd|details|option)$|^(listitem|row|article|option|tabpanel|group)$/;
/** What holds everything, and so says nothing. */
const WHOLE = /^(html|body)$/;

/** What is around an element. */
export function surroundingsOf(element: Element): Surroundings {
  const entry = entryOf(element);
  const like = entry === null ? [] : likeOf(entry);
  const around = entry ?? element;
  return {
    language: languageOf(element),
    heading: headingBefore(around),
    landmark: landmarkOf(element),
    item: itemOf(entry ?? sectionOf(element)),
    path: entry === null ? [] : pathDown(entry, element),
    before: neighbour(around, 'previousElementSibling'),
    after: neighbour(around, 'nextElementSibling'),
    index: Math.max(entry === null ? 0 : like.indexOf(entry), 0),
    count: like.length,
    ancestors: ancestorsNamed(element),
  };
}

/** The row, card or entry that an element is or is a part of: one of several of its kind. */
export function entryOf(element: Element): Element | null {
  const own = childrenOf(element).length > 1 && isEntry(element) ? element : null;
  if (own !== null) return own;
  for (const around of ancestorsOf(element)) {
    if (WHOLE.test(tagOf(around))) return null;
    if (childrenOf(around).length > 0 && isEntry(around) && saysMore(around, element)) {
      return around;
    }
  }
  return null;
}

/** The entries beside an entry, itself among them. */
export function likeOf(entry: Element): Element[] {
  const parent = parentOf(entry);
  return parent === null ? [entry] : childrenOf(parent).filter((other) => isLike(entry, other));
}

function isEntry(element: Element): boolean {
  if (WHOLE.test(tagOf(element))) return false;
  return likeOf(element).length > 1 || ENTRY.test(tagOf(element)) || ENTRY.test(roleOf(element));
}

function saysMore(around: Element, element: Element): boolean {
  return textOf(around, MARK_LIMITS.text).length > textOf(element, MARK_LIMITS.text).length;
}

/** Whether two siblings are of a kind: of one tag, and with a class in common or none at all. */
function isLike(one: Element, other: Element): boolean {
  if (one === other) return true;
  if (tagOf(one) !== tagOf(other) || /^(script|style|link|br|hr)$/.test(tagOf(one))) return false;
  const [own, its] = [one, other].map((it) => (attribute(it, 'class') ?? '').split(/\s+/));
  return own?.some((name) => its?.includes(name)) ?? false;
}

function itemOf(element: Element | null): Item {
  if (element === null) return { title: '', text: '', tokens: [] };
  const { title, text, tokens, inner } = fingerprintOf(element);
  const all = [...new Set([...tokens, ...inner])];
  return { title, text, tokens: all.slice(0, MARK_LIMITS.tokens) };
}

function sectionOf(element: Element): Element | null {
  const around = [...ancestorsOf(element)].find(
    (it) => /^(section|form|fieldset|article|aside|dialog)$/.test(tagOf(it)) || isLandmark(it),
  );
  return around ?? null;
}

function pathDown(entry: Element, element: Element): string[] {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && at !== entry; at = parentOf(at)) {
    const tag = tagOf(at);
    const parent = parentOf(at);
    const like = parent === null ? [] : childrenOf(parent).filter((it) => tagOf(it) === tag);
    steps.unshift(`${tag} ${like.indexOf(at)}`);
  }
  return steps.slice(-MARK_LIMITS.ancestors);
}

/** The heading of the nearest thing around that has one before this. */
function headingBefore(element: Element): string {
  let inner = element;
  for (const around of ancestorsOf(element)) {
    // A shadow tree has no place among what is within its host.
    const heading = contains(around, inner) ? findIn(around, HEADINGS) : null;
    if (heading !== null && isBefore(heading, inner)) return textOf(heading, MARK_LIMITS.name);
    inner = around;
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
function neighbour(element: Element, side: 'previousElementSibling' | 'nextElementSibling') {
  let sibling: unknown = Reflect.get(Element.prototype, side, element);
  for (let i = 0; i < 3 && sibling instanceof Element; i++) {
    const words = titleOf(sibling) || nameOf(sibling);
    if (words !== '') return words;
    sibling = Reflect.get(Element.prototype, side, sibling);
  }
  return '';
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
  const around = [element, ...ancestorsOf(element)].find((it) => attribute(it, 'lang'));
  return plain(around ? (attribute(around, 'lang') ?? '') : '', 20).split('-')[0] ?? '';
}
