import { attribute, parentOf } from './dom.ts';

/** What a selector can be looked up in: the document, or a shadow root. */
export type Tree = Document | ShadowRoot;

/** How to get at an element's shadow root. */
export type RootOf = (host: Element) => ShadowRoot | null;

/** By itself a script gets at open ones alone. */
let rootBy: RootOf = (host) => {
  const root: unknown = Reflect.get(Element.prototype, 'shadowRoot', host);
  return root instanceof ShadowRoot ? root : null;
};

/** Enters shadow roots this way from now on: a browser may have one for closed ones too. */
export function enterRootsBy(way: RootOf): void {
  rootBy = way;
}

/** An element's shadow root, if it has one that can be entered. */
export function rootIn(host: Element): ShadowRoot | null {
  return rootBy(host);
}

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

/** On which side of an element its siblings are. */
export type Side = 'previousElementSibling' | 'nextElementSibling';

/** The elements beside another on one side, the nearest first. */
export function* siblingsFrom(element: Element, side: Side): Generator<Element, void> {
  let sibling: unknown = Reflect.get(Element.prototype, side, element);
  while (sibling instanceof Element) {
    yield sibling;
    sibling = Reflect.get(Element.prototype, side, sibling);
  }
}

/** The elements that share an element's parent or root, itself among them. */
export function siblingsOf(element: Element): Element[] {
  const parent: unknown = Reflect.get(Node.prototype, 'parentNode', element);
  const isTree = parent instanceof Document || parent instanceof ShadowRoot;
  return isTree || parent instanceof Element ? childrenOf(parent) : [element];
}

/** Everything in an element or a tree, in order, what is in shadow roots too. */
export function* nodesIn(within: Tree | Element): Generator<Element | Text, void> {
  const root = within instanceof Element ? rootIn(within) : null;
  if (root !== null) yield* nodesIn(root);
  const what = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = Document.prototype.createTreeWalker.call(document, within, what);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) yield node;
    if (!(node instanceof Element)) continue;
    yield node;
    const inner = rootIn(node);
    if (inner !== null) yield* nodesIn(inner);
  }
}

/** So many of the elements in another, in their order. */
export function someIn(element: Element, most: number): Element[] {
  const found: Element[] = [];
  for (const node of nodesIn(element)) {
    if (node instanceof Element) found.push(node);
    if (found.length >= most) break;
  }
  return found;
}

/** The texts in an element, piece by piece, without those that nobody reads. */
export function* textsIn(within: Tree | Element): Generator<Text, void> {
  for (const node of nodesIn(within)) {
    if (node instanceof Text && isRead(node)) yield node;
  }
}

function isRead(text: Text): boolean {
  const parent = parentOfText(text);
  return parent === null || !/^(script|style|noscript|template)$/.test(tagOf(parent));
}

/** The element that a text stands in. */
export function parentOfText(text: Node): Element | null {
  const parent: unknown = Reflect.get(Node.prototype, 'parentNode', text);
  return parent instanceof Element ? parent : null;
}
