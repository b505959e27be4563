import type { AimStart } from '../../core/aim.ts';
import { focused, isShown } from '../shared/page/dom.ts';
import { all, rootIn, type Tree } from '../shared/page/tree.ts';
import { elementAt } from './hit.ts';

/** What picking begins with. */
export function firstAim(start: AimStart): Element | null {
  const pointed = start === 'pointer' ? innermost(hovered) : null;
  return pointed ?? focusedInView() ?? elementAt({ x: innerWidth / 2, y: innerHeight / 2 });
}

/** While a context menu stands there, what was clicked to open it is still what the pointer is on. */
function hovered(tree: Tree): Element | null {
  return all(tree, ':hover').at(-1) ?? null;
}

function focusedInView(): Element | null {
  const found = innermost((tree) => (tree instanceof Document ? focused() : tree.activeElement));
  return found !== null && isShown(found) ? found : null;
}

/** What is found in the page, or in the shadow trees within what is found. */
function innermost(find: (tree: Tree) => Element | null): Element | null {
  let found = find(document);
  for (let inner = found; inner !== null;) {
    found = inner;
    const root = rootIn(inner);
    inner = root && find(root);
  }
  return found;
}
