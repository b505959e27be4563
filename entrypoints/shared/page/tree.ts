import { attribute, parentOf } from './dom.ts';

/** What a selector can be looked up in: the document, or a shadow root. */
export type Tree = Document | ShadowRoot;

/** How to get at an element's shadow root. */
export type RootOf = (host: Element) => ShadowRoot | null;

/** An element's shadow root, if it is open. */
export const openRootOf: RootOf = (host) => {
  const root: unknown = Reflect.get(Element.prototype, 'shadowRoot', host);
  return root instanceof ShadowRoot ? root : null;
};

/** All that a selector finds in a tree or within an element; nothing where it is not valid. */
export function all(within: Tree | Element, selector: string): Element[] {
  try {
    return [...queryAll(within, selector)];
  } catch {
    return [];
  }
}

function queryAll(within: Tree | Element, selector: string): NodeListOf<Element> {
  if (within instanceof Element) return Element.prototype.querySelectorAll.call(within, selector);
  return within instanceof Document
    ? Document.prototype.querySelectorAll.call(within, selector)
    : DocumentFragment.prototype.querySelectorAll.call(within, selector);
}

/** An element's tag, in lower case. */
export function tagOf(element: Element): string {
  return Reflect.get(Element.prototype, 'localName', element);
}

/** The tree an element is in. */
export function treeOf(element: Element): Tree | null {
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof Document || root instanceof ShadowRoot ? root : null;
}

/** The elements directly within another, or in a tree. */
export function childrenOf(parent: Element | Tree): Element[] {
  const owner = [Element, Document].find((kind) => parent instanceof kind) ?? DocumentFragment;
  const children: Element[] = [];
  let child: unknown = Reflect.get(owner.prototype, 'firstElementChild', parent);
  while (child instanceof Element) {
    children.push(child);
    child = Reflect.get(Element.prototype, 'nextElementSibling', child);
  }
  return children;
}

/** The elements around another, the nearest first, out of shadow trees too. */
export function* ancestorsOf(element: Element): Generator<Element, void> {
  for (let at = parentOf(element); at !== null; at = parentOf(at)) yield at;
}

/** The names and values of an element's attributes. */
export function attributesOf(element: Element): (readonly [name: string, value: string])[] {
  const names = Element.prototype.getAttributeNames.call(element);
  return names.map((name) => [name, attribute(element, name) ?? '']);
}

/** So many of the elements in another, in their order. */
export function someIn(element: Element, most: number): Element[] {
  const walker = Document.prototype.createTreeWalker.call(
    document,
    element,
    NodeFilter.SHOW_ELEMENT,
  );
  const found: Element[] = [];
  while (found.length < most) {
    const node = walker.nextNode();
    if (node === null) break;
    if (node instanceof Element) found.push(node);
  }
  return found;
}

/** The texts in an element, piece by piece, without those that nobody reads. */
export function* textsIn(within: Tree | Element): Generator<Text, void> {
  const walker = Document.prototype.createTreeWalker.call(document, within, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = parentOfText(node);
    const isRead = parent === null || !/^(script|style|noscript|template)$/.test(tagOf(parent));
    if (node instanceof Text && isRead) yield node;
  }
}

/** The element that a text stands in. */
export function parentOfText(text: Node): Element | null {
  const parent: unknown = Reflect.get(Node.prototype, 'parentNode', text);
  return parent instanceof Element ? parent : null;
}
