import { anyRootOf } from '../shared/page/any-root.ts';
import { all, type Tree } from '../shared/page/tree.ts';

/** How many hosts are entered for one selector. */
const MOST = 100;

/** The innermost shadow roots that a mark names, by the selectors of their hosts from the outermost in; none if it names none. */
export function rootsNamed(hosts: readonly string[]): ShadowRoot[] {
  let trees: readonly Tree[] = [document];
  for (const host of hosts) {
    const found = trees.flatMap((tree) => all(tree, host)).slice(0, MOST);
    trees = found.map(anyRootOf).filter((root) => root !== null);
  }
  return trees.filter((tree) => tree instanceof ShadowRoot);
}
