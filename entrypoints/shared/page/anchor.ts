import { getCssSelector } from 'css-selector-generator';
import { isMadeUp, tokenOf } from '../../../core/lasting.ts';
import { likeness } from '../../../core/likeness.ts';
import { type Anchor, type ElementFacts, MARK_LIMITS } from '../../../core/mark.ts';
import { labelOf } from '../../../core/mark-score.ts';
import { candidatesOf } from './candidates.ts';
import { describe } from './describe.ts';
import { contains } from './dom.ts';
import { attributePath, structuralPath } from './paths.ts';
import { entryOf } from './surroundings.ts';
import { all, openRootOf, type RootOf, tagOf, treeOf, type Tree } from './tree.ts';

/** All that is to be known of an element, to find it again when the page has changed; null for one in no page. */
export function anchorOf(element: Element, rootOf: RootOf = openRootOf): Anchor | null {
  const tree = treeOf(element);
  if (tree === null) return null;
  const { fingerprint, surroundings } = describe(element);
  const draft = {
    roots: rootsAround(tree),
    selectors: selectorsOf(element, tree),
    fingerprint,
    surroundings,
  };
  const like = [...whole(candidatesOf(draft, rootOf)).keys()].filter(
    (other) => !contains(other, element) && !contains(element, other),
  );
  return { ...draft, ...compared(element, draft, like) };
}

function whole<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** What an element has in common with those that look like it, and how they are called. */
function compared(element: Element, own: Omit<ElementFacts, 'matched'>, like: readonly Element[]) {
  const entry = entryOf(element);
  const common = new Set<string>();
  const others = new Set<string>();
  for (const other of like) {
    const facts = describe(other);
    const isOfOne = entry !== null && entryOf(other) === entry;
    for (const trait of sharedTraits(own, facts, isOfOne)) common.add(trait);
    if (!isOfOne && facts.fingerprint.tag === own.fingerprint.tag) others.add(labelOf(facts));
  }
  others.delete(labelOf(own));
  others.delete('');
  return {
    others: [...others].slice(0, MARK_LIMITS.others),
    common: [...common].slice(0, MARK_LIMITS.common),
  };
}

type Facts = Omit<ElementFacts, 'matched'>;

/** What two elements have in common; where both are of one entry, that entry tells neither of them. */
function* sharedTraits(own: Facts, other: Facts, isOfOne: boolean): Generator<string> {
  for (const trait of ['title', 'name', 'text'] as const) {
    if (likeness(own.fingerprint[trait], other.fingerprint[trait]) > 0.85) yield trait;
  }
  const its = new Set([...other.fingerprint.tokens, ...other.fingerprint.inner]);
  yield* [...own.fingerprint.tokens, ...own.fingerprint.inner].filter((token) => its.has(token));
  if (isOfOne) return;
  const [item, itsItem] = [own.surroundings.item, other.surroundings.item];
  for (const trait of ['title', 'text'] as const) {
    if (likeness(item[trait], itsItem[trait]) > 0.85) yield `item ${trait}`;
  }
  yield* item.tokens.filter((token) => itsItem.tokens.includes(token));
}

/** How to find the hosts of the shadow roots around, from the outermost in. */
function rootsAround(tree: Tree): string[] {
  if (tree instanceof Document) return [];
  const around = treeOf(tree.host);
  if (around === null) return [];
  const tag = tagOf(tree.host);
  const own = tag.includes('-') ? CSS.escape(tag) : selectorsOf(tree.host, around).at(-1);
  return [...rootsAround(around), own ?? CSS.escape(tag)].slice(-MARK_LIMITS.roots);
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
