import { lastingClasses, tokenOf } from '../../../core/lasting.ts';
import { plain } from '../../../core/likeness.ts';
import { type Fingerprint, MARK_LIMITS } from '../../../core/mark.ts';
import { attribute, findIn } from './dom.ts';
import { remembered } from './remember.ts';
import { all, attributesOf, childrenOf, someIn, tagOf, textsIn, treeOf } from './tree.ts';

/** What is a heading. */
export const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';
/** What else an element may be headed by. */
const TITLES = `${HEADINGS},legend,caption,summary,dt`;
/** What is called by the words on it. */
const CALLED_BY_TEXT = /^(button|link|heading|tab|menuitem|option|cell|label)$/;
/** How many elements within another are looked at. */
const MOST_INNER = 60;
/** The role of a tag, where it has none of its own. */
const ROLES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'a link,button button,summary button,nav navigation,main main,aside complementary,header banner,' +
    'footer contentinfo,form form,search search,article article,section region,ul list,ol list,' +
    'li listitem,table table,tr row,td cell,img img,h1 heading,h2 heading,h3 heading,h4 heading,' +
    'h5 heading,h6 heading,dialog dialog,label label,select listbox,textarea textbox,option option'
  )
    .split(',')
    .map((pair) => pair.split(' ')),
);

/** What an element is in itself. */
export const fingerprintOf = remembered((element): Fingerprint => {
  const role = roleOf(element);
  return {
    tag: tagOf(element).slice(0, MARK_LIMITS.name),
    role,
    name: nameOf(element),
    title: role === 'button' ? '' : titleOf(element),
    text: wordsOf(element),
    tokens: tokensOf(element).slice(0, MARK_LIMITS.tokens),
    inner: innerTokens(element),
    classes: lastingClasses(attribute(element, 'class') ?? ''),
    ...contentOf(element),
  };
});

/** What is in an element side by side, and how many wrappers it is in. */
function contentOf(element: Element, depth = 0): { shape: string[]; depth: number } {
  const children = childrenOf(element);
  const [only] = children;
  if (children.length === 1 && only !== undefined) return contentOf(only, depth + 1);
  return { shape: children.map(tagOf).slice(0, MARK_LIMITS.shape), depth };
}

/** An element's role. */
export function roleOf(element: Element): string {
  const own = plain(attribute(element, 'role') ?? '', MARK_LIMITS.name);
  if (own !== '') return own;
  const tag = tagOf(element);
  if (tag !== 'input') return Object.hasOwn(ROLES, tag) ? (ROLES[tag] ?? '') : '';
  const type = plain(attribute(element, 'type') ?? '', MARK_LIMITS.name);
  return /^(submit|button|reset|image)$/.test(type) ? 'button' : `${type || 'text'}box`;
}

/** The first of an element's words. */
export const wordsOf = remembered((element) => textOf(element, MARK_LIMITS.text));

/** The first so many characters of an element's words. */
export function textOf(element: Element, most: number): string {
  const pieces: string[] = [];
  let length = 0;
  for (const node of textsIn(element)) {
    const piece = plain(node.data, most);
    if (piece === '') continue;
    pieces.push(piece);
    length += piece.length + 1;
    if (length > most) break;
  }
  return plain(pieces.join(' '), most);
}

/** What an element is called. */
export function nameOf(element: Element): string {
  const most = MARK_LIMITS.name;
  const written = attribute(element, 'aria-label') ?? labelledBy(element);
  if (written) return plain(written, most);
  const role = roleOf(element);
  const other = role.endsWith('box') ? labelOf(element) : '';
  const text = CALLED_BY_TEXT.test(role) ? textOf(element, most) : other;
  const rest = ['alt', 'title', 'placeholder', 'value'].map((name) => attribute(element, name));
  return text || plain(rest.find(Boolean) ?? pictureIn(element, role), most);
}

/** What an element is headed by; where nothing does, the first words in it. */
export function titleOf(element: Element): string {
  const heading = findIn(element, TITLES);
  if (heading !== null) return textOf(heading, MARK_LIMITS.name);
  for (const node of textsIn(element)) {
    const piece = plain(node.data, MARK_LIMITS.name);
    if (/\p{L}/u.test(piece)) return piece;
  }
  return '';
}

/** An element's own attributes that last. */
export function tokensOf(element: Element): string[] {
  const isCustom = tagOf(element).includes('-');
  return attributesOf(element).flatMap(([name, value]) => tokenOf(name, value, isCustom) ?? []);
}

function innerTokens(element: Element): string[] {
  const tokens = new Set<string>();
  for (const inner of someIn(element, MOST_INNER)) {
    for (const token of tokensOf(inner)) tokens.add(token);
    if (tokens.size >= MARK_LIMITS.tokens) break;
  }
  return [...tokens].slice(0, MARK_LIMITS.tokens);
}

/** A button or link may be called by the picture in it. */
function pictureIn(element: Element, role: string): string {
  const picture = CALLED_BY_TEXT.test(role) && findIn(element, '[alt],[aria-label],title');
  if (!picture) return '';
  return attribute(picture, 'alt') ?? attribute(picture, 'aria-label') ?? textOf(picture, 100);
}

function labelledBy(element: Element): string {
  const ids = (attribute(element, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  return ids.map((id) => textWith(element, `[id="${CSS.escape(id)}"]`)).join(' ');
}

function labelOf(element: Element): string {
  const id = attribute(element, 'id');
  const own = id ? textWith(element, `label[for="${CSS.escape(id)}"]`) : '';
  const around = Element.prototype.closest.call(element, 'label');
  return own || (around ? textOf(around, MARK_LIMITS.name) : '');
}

function textWith(element: Element, selector: string): string {
  const tree = treeOf(element);
  const found = tree === null ? undefined : all(tree, selector)[0];
  return found ? textOf(found, MARK_LIMITS.name) : '';
}
