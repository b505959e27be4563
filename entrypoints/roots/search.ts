import { findAll } from '../shared/page/dom.ts';
import { anyRootOf } from '../shared/page/any-root.ts';
import { tagOf, type Tree } from '../shared/page/tree.ts';

/** After how many elements others may have their turn. */
const ELEMENTS_AT_ONCE = 100;
/** What a shadow root can be attached to: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const HOST = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** Looks for shadow roots that hold what a selector finds, open and closed, and in one another; pauses now and then. */
export function* rootsWith(selector: string, tree: Tree = document): Generator<void, ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  const walker = Document.prototype.createTreeWalker.call(document, tree, NodeFilter.SHOW_ELEMENT);
  let count = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (++count % ELEMENTS_AT_ONCE === 0) yield;
    if (!(node instanceof Element) || !HOST.test(tagOf(node))) continue;
    const root = anyRootOf(node);
    if (root === null) continue;
    const [card] = findAll(selector, root);
    if (card !== undefined) found.push(root);
    found.push(...(yield* rootsWith(selector, root)));
  }
  return found;
}
