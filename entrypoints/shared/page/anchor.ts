import { getCssSelector } from 'css-selector-generator';
import { isMadeUp, tokenOf } from '../../../core/lasting.ts';
import { likeness } from '../../../core/likeness.ts';
import { type Anchor, MARK_LIMITS } from '../../../core/mark.ts';
import { labelOf } from '../../../core/mark-score.ts';
import { candidatesOf, kindsLike } from './candidates.ts';
import { describe, type Facts, factsOf } from './describe.ts';
import { contains } from './dom.ts';
import { attributePath, structuralPath } from './paths.ts';
import { around, likeOf } from './surroundings.ts';
import { all, tagOf, treeOf, type Tree } from './tree.ts';

/** How many entries on either side are compared, and how many elements in each. */
const MOST_NEAR = 24;

/** All that is to be known of an element, to find it again when the page has changed; null for one in no page. */
export function anchorOf(element: Element): Anchor | null {
  const tree = treeOf(element);
  if (tree === null) return null;
  const { fingerprint, surroundings } = describe(element);
  const draft = {
    roots: rootsAround(tree),
    selectors: selectorsOf(element, tree),
    fingerprint,
    surroundings,
  };
  const like = [...counterparts(element), ...whole(candidatesOf(draft)).keys()].filter(
    (other) => !contains(other, element) && !contains(element, other),
  );
  return { ...draft, ...compared(element, draft, like) };
}

/** The same in the entries beside the one that an element is or is in, the nearest first. */
function counterparts(element: Element): Element[] {
  const { entry } = around(element);
  const like = entry === null ? [] : likeOf(entry);
  const own = like.findIndex((other) => contains(other, element));
  const near = [...like.entries()].toSorted(([a], [b]) => Math.abs(a - own) - Math.abs(b - own));
  const kinds = kindsLike(tagOf(element));
  return near
    .slice(0, MOST_NEAR)
    .flatMap(([, it]) => (entry === element ? [it] : all(it, kinds).slice(0, MOST_NEAR)));
}

function whole<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** How an element compares with those that look like it. */
function compared(element: Element, own: Facts, like: readonly Element[]) {
  const common = new Set<string>();
  const others = new Set<string>();
  const alike = { name: 0, title: 0, text: 0, itemTitle: 0, itemText: 0 };
  for (const other of like) {
    const facts = factsOf(other);
    const { item } = around(other);
    // Where both are parts of one thing, that tells neither of them.
    const isOfOne = item !== null && contains(item, element);
    for (const trait of TRAITS) {
      const isOwn = isOfOne && trait.startsWith('item');
      if (!isOwn)
        alike[trait] = Math.max(alike[trait], likeness(said(own, trait), said(facts, trait)));
    }
    for (const token of sharedTokens(own, facts, isOfOne)) common.add(token);
    if (!isOfOne && facts.fingerprint.tag === own.fingerprint.tag) others.add(labelOf(facts));
  }
  others.delete(labelOf(own));
  others.delete('');
  return {
    others: [...others].slice(0, MARK_LIMITS.others),
    common: [...common].slice(0, MARK_LIMITS.common),
    alike,
  };
}

const TRAITS = ['name', 'title', 'text', 'itemTitle', 'itemText'] as const;

function said({ fingerprint, surroundings }: Facts, trait: (typeof TRAITS)[number]): string {
  if (trait === 'itemTitle') return surroundings.item.title;
  return trait === 'itemText' ? surroundings.item.text : fingerprint[trait];
}

function* sharedTokens(own: Facts, other: Facts, isOfOne: boolean): Generator<string> {
  const its = new Set([...other.fingerprint.tokens, ...other.fingerprint.inner]);
  yield* [...own.fingerprint.tokens, ...own.fingerprint.inner].filter((token) => its.has(token));
  const { item } = other.surroundings;
  if (!isOfOne) yield* own.surroundings.item.tokens.filter((it) => item.tokens.includes(it));
}

/** How to find the hosts of the shadow roots around, from the outermost in. */
function rootsAround(tree: Tree): string[] {
  if (tree instanceof Document) return [];
  const outer = treeOf(tree.host);
  if (outer === null) return [];
  const tag = tagOf(tree.host);
  const own = tag.includes('-') ? CSS.escape(tag) : selectorsOf(tree.host, outer).at(-1);
  return [...rootsAround(outer), own ?? CSS.escape(tag)].slice(-MARK_LIMITS.roots);
}

function selectorsOf(element: Element, tree: Tree): string[] {
  const selectors = [
    structuralPath(element),
    attributePath(element, tree),
    shortest(element, tree),
  ];
  const good = selectors.filter(
    (selector): selector is string =>
      selector !== null &&
      selector.length <= MARK_LIMITS.selector &&
      all(tree, selector)[0] === element,
  );
  return [...new Set(good)];
}

/** The shortest selector that can do without what a tool made up. */
function shortest(element: Element, tree: Tree): string | null {
  try {
    return getCssSelector(element, {
      root: tree,
      ignoreGeneratedClassNames: true,
      blacklist: [isFleeting],
      maxCombinations: 100,
      maxCandidates: 200,
    });
  } catch {
    // It asks the element itself, which a page may have shadowed.
    return null;
  }
}

function isFleeting(selector: string): boolean {
  const [, id] = /^#(.*)$/.exec(selector) ?? [];
  if (id !== undefined) return isMadeUp(id);
  const [, name = '', value = 'x'] = /^\[([\w-]+)(?:='(.*)')?\]$/.exec(selector) ?? [];
  return name !== '' && !/^(aria-label|alt|role|type)$/.test(name) && tokenOf(name, value) === null;
}
