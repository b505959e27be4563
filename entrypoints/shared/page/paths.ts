import { tokenOf } from '../../../core/lasting.ts';
import { parentOf } from './dom.ts';
import { all, attributesOf, childrenOf, siblingsOf, tagOf, treeOf, type Tree } from './tree.ts';

/** How many steps a path of attributes may have. */
const MOST_STEPS = 4;
/** Attributes that name something in words: they last as long as the language does. */
const NAMING = ['aria-label', 'alt', 'title', 'placeholder'];

/** A selector that counts from the root of the tree down: `html > body:nth-child(2) > main:nth-child(3)`. */
export function structuralPath(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null; at = parentWithin(at)) {
    steps.unshift(`${CSS.escape(tagOf(at))}:nth-child(${siblingsOf(at).indexOf(at) + 1})`);
  }
  return steps.join(' > ');
}

/** Where such a path leads in a tree, without looking anywhere else. */
export function walk(tree: Tree, path: string): Element | null {
  let at: Tree | Element = tree;
  for (const step of path.split(' > ')) {
    const [, place] = /:nth-child\((\d+)\)$/.exec(step) ?? [];
    const child: Element | undefined = childrenOf(at)[Number(place) - 1];
    if (child === undefined) return null;
    at = child;
  }
  return at instanceof Element ? at : null;
}

/** A selector of attributes that last, of the element and of what is around it; null where there is none that is its alone. */
export function attributePath(element: Element, tree: Tree): string | null {
  const steps: string[] = [];
  const own = attributesIn(element);
  steps.push(`${CSS.escape(tagOf(element))}${own}`);
  if (own !== '' && isOnly(steps, element, tree)) return steps.join(' ');
  for (let at = parentWithin(element); at !== null; at = parentWithin(at)) {
    const attributes = attributesIn(at);
    if (attributes === '') continue;
    steps.unshift(`${CSS.escape(tagOf(at))}${attributes}`);
    if (isOnly(steps, element, tree)) return steps.join(' ');
    if (steps.length === MOST_STEPS) break;
  }
  return null;
}

function attributesIn(element: Element): string {
  const isCustom = tagOf(element).includes('-');
  const lasting = attributesOf(element)
    .filter(([name, value]) => tokenOf(name, value, isCustom) !== null || isNaming(name, value))
    .map(([name, value]) => `[${CSS.escape(name)}="${value.replace(/["\\\n]/g, '\\$&')}"]`);
  return lasting.slice(0, 3).join('');
}

function isNaming(name: string, value: string): boolean {
  return NAMING.includes(name) && value.trim() !== '' && value.length < 80;
}

function isOnly(steps: readonly string[], element: Element, tree: Tree): boolean {
  const found = all(tree, steps.join(' '));
  return found.length === 1 && found[0] === element;
}

/** The parent in the same tree. */
function parentWithin(element: Element): Element | null {
  const parent = parentOf(element);
  return parent !== null && treeOf(parent) === treeOf(element) ? parent : null;
}
