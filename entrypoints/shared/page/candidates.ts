import { plain } from '../../../core/likeness.ts';
import type { Anchor } from '../../../core/mark.ts';
import { matches } from './dom.ts';
import { all, ancestorsOf, parentOfText, rootIn, tagOf, textsIn, type Tree } from './tree.ts';

/** How many candidates are looked at closely, and how many are taken from one clue. */
const MOST = 120;
const MOST_PER_CLUE = 24;
/** How far up from a clue an element may be. */
const MOST_UP = 8;
/** After how many texts others may have their turn. */
const TEXTS_AT_ONCE = 100;
/** Of which kinds an element may be that was of another. */
const ALSO: Readonly<Record<string, string>> = {
  a: 'a,button,[role=button],[role=link]',
  button: 'button,a,[role=button],input',
};

/** Elements of a page that a mark may be about, with the selectors that lead to each. */
export type Candidates = ReadonlyMap<Element, readonly number[]>;

/** What is needed of an anchor to gather them; what it has in common with others, where that is known. */
export type Clues = Pick<Anchor, 'roots' | 'selectors' | 'fingerprint' | 'surroundings'> &
  Partial<Pick<Anchor, 'common'>>;

/** Gathers them, and pauses now and then: whoever asks may let others have their turn. */
export function* candidatesOf(anchor: Clues): Generator<void, Candidates> {
  const found = new Map<Element, number[]>();
  const add = (element: Element) => {
    if (!found.has(element) && found.size < MOST) found.set(element, []);
  };
  const addAround = function* (clues: Iterable<Element>) {
    for (const clue of clues) {
      for (const it of around(clue, anchor)) add(it);
      yield;
    }
  };
  const [telling, shared] = tokensOf(anchor);
  for (const tree of treesOf(anchor.roots)) {
    yield* bySelectors(anchor, tree, found);
    yield* addAround(yield* withTokens(telling, tree));
    yield* addAround(yield* textClues(anchor, tree));
    for (const element of sameKind(anchor, tree)) add(element);
    yield;
    yield* addAround(yield* withTokens(shared, tree));
  }
  return found;
}

/** The trees in which a mark's element may be. */
export function treesOf(roots: readonly string[]): Tree[] {
  return roots.reduce<Tree[]>(
    (trees, host) =>
      trees.flatMap((tree) =>
        all(tree, host)
          .slice(0, MOST)
          .flatMap((it) => rootIn(it) ?? []),
      ),
    [document],
  );
}

function* bySelectors({ selectors }: Clues, tree: Tree, found: Map<Element, number[]>) {
  for (const [i, selector] of selectors.entries()) {
    const matched = all(tree, selector);
    for (const element of matched.slice(0, MOST_PER_CLUE)) {
      found.set(element, [...(found.get(element) ?? []), ...(matched.length === 1 ? [i] : [])]);
    }
    yield;
  }
}

/** What the marked element, and what is in and around it, had: what told it from others, and the rest. */
function tokensOf({ fingerprint, surroundings, common = [] }: Clues) {
  const tokens = new Set([
    ...fingerprint.tokens,
    ...fingerprint.inner,
    ...surroundings.item.tokens,
  ]);
  return [false, true].map((isShared) =>
    [...tokens].filter((token) => common.includes(token) === isShared).slice(0, MOST_PER_CLUE),
  );
}

function* withTokens(tokens: readonly string[] = [], tree: Tree): Generator<void, Element[]> {
  const found: Element[] = [];
  for (const token of tokens) {
    found.push(...all(tree, selectorOf(token)).slice(0, MOST_PER_CLUE));
    yield;
  }
  return found;
}

function selectorOf(token: string): string {
  const at = token.indexOf('=');
  const [name, value] = [token.slice(0, at), token.slice(at + 1)];
  // A token is shorter than what is written: languages, sizes and the like are left out.
  const operator = /^(data-)?(href|src|action|url|link|poster|d)$/.test(name) ? '*=' : '=';
  return `[${CSS.escape(name)}${operator}"${value.replace(/["\\\n]/g, '\\$&')}"]`;
}

/** Elements whose words are partly those of the marked one. */
function* textClues({ fingerprint, surroundings }: Clues, tree: Tree): Generator<void, Element[]> {
  const said = [fingerprint.title, fingerprint.name, surroundings.item.title];
  const words = rare(said.filter(Boolean).join(' ') || fingerprint.text);
  const clues: { readonly element: Element; readonly hits: number }[] = [];
  let count = 0;
  for (const text of words.length === 0 ? [] : textsIn(tree)) {
    if (++count % TEXTS_AT_ONCE === 0) yield;
    const data = plain(text.data, 400);
    const hits = words.filter((word) => data.includes(word)).length;
    const element = hits > 0 ? parentOfText(text) : null;
    if (element !== null) clues.push({ element, hits });
  }
  const best = clues.toSorted((a, b) => b.hits - a.hits).slice(0, MOST_PER_CLUE);
  return best.map(({ element }) => element);
}

/** The words of a text that are likely to be its own. */
function rare(text: string): string[] {
  const words = [...new Set(text.split(/[^\p{L}\p{N}]+/u))].filter((word) => word.length > 1);
  return words.toSorted((a, b) => b.length - a.length).slice(0, 6);
}

/** Elements of a fitting kind around a clue, and in what is around it. */
function around(clue: Element, { fingerprint, surroundings }: Clues) {
  const selector = kindsLike(fingerprint.tag);
  const found: Element[] = [];
  let [up, at]: [number, Element | null] = [0, clue];
  for (const next of ancestorsOf(clue)) {
    if (at === null || up > MOST_UP) break;
    if (fits(at, fingerprint.tag)) found.push(at);
    if (surroundings.path.length > 0 && up < MOST_UP / 2) {
      const inside = all(at, selector);
      if (inside.length <= MOST_PER_CLUE) found.push(...inside);
    }
    [up, at] = [up + 1, next];
  }
  return found;
}

function fits(element: Element, tag: string): boolean {
  const own = tagOf(element);
  if (/^(html|body)$/.test(own)) return false;
  return (
    own === tag ||
    (!Object.hasOwn(ALSO, tag) && /^(div|section|article|li|aside|main|form|figure)$/.test(own)) ||
    matches(element, kindsLike(tag))
  );
}

/** Which elements may be what was of this tag, as a selector. */
export function kindsLike(tag: string): string {
  return Object.hasOwn(ALSO, tag) ? (ALSO[tag] ?? tag) : CSS.escape(tag);
}

/** Elements of the same tag, where there are few, or of the same class. */
function sameKind({ fingerprint }: Clues, tree: Tree): Element[] {
  const classes = fingerprint.classes.map(
    (name) => `${CSS.escape(fingerprint.tag)}.${CSS.escape(name)}`,
  );
  return [kindsLike(fingerprint.tag), ...classes]
    .map((selector) => all(tree, selector))
    .filter(({ length }) => length <= MOST)
    .flat();
}
