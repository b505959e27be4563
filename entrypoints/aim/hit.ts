import type { Point } from '../../core/aim.ts';
import { rootIn, treeOf, type Tree } from '../shared/page/tree.ts';

/** What of the page is on top at a point, open shadow trees included, but for an element of ours. */
export function elementAt(at: Point, ours: Element | null = null): Element | null {
  let found = topIn(document, at, ours);
  for (let inner = found; inner !== null;) {
    found = inner;
    const root = rootIn(inner);
    inner = root && topIn(root, at, ours);
  }
  return found;
}

function topIn(tree: Tree, { x, y }: Point, ours: Element | null): Element | null {
  const kind = tree instanceof Document ? Document : ShadowRoot;
  const found: Element[] = kind.prototype.elementsFromPoint.call(tree, x, y);
  // A shadow tree tells of what is around it, too.
  return found.find((element) => element !== ours && treeOf(element) === tree) ?? null;
}
