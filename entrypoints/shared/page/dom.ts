/**
 * The DOM as the browser made it. A page can shadow properties of forms and of the document with
 * named elements (`<input name="getAttribute">`), for every script that looks; so nothing here asks
 * an element itself, and everything goes through the prototypes.
 */

/** The value of an attribute, or null. */
export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Sets an attribute, or removes it where the value is null; leaves what is already so. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (attribute(element, name) === value) return;
  if (value === null) Element.prototype.removeAttribute.call(element, name);
  else Element.prototype.setAttribute.call(element, name, value);
}

/** Adds or removes a class. */
export function setClass(element: Element, name: string, on: boolean): void {
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);
  if (classes.includes(name) === on) return;
  const rest = classes.filter((other) => other !== name);
  setAttribute(element, 'class', [...rest, ...(on ? [name] : [])].join(' '));
}

/** All elements of a tree that a selector finds; none where it is not valid. */
export function findAll(
  selector: string,
  tree: Document | ShadowRoot = document,
): Iterable<Element> & ArrayLike<Element> {
  const { prototype } = tree instanceof Document ? Document : DocumentFragment;
  try {
    return prototype.querySelectorAll.call(tree, selector);
  } catch {
    return [];
  }
}

/** The first element within another that a selector finds; null where it is not valid. */
export function findIn(element: Element, selector: string): Element | null {
  try {
    return Element.prototype.querySelector.call(element, selector);
  } catch {
    return null;
  }
}

/** The nearest element outward, itself included, that a selector matches. */
export function closest(element: Element, selector: string): Element | null {
  try {
    return Element.prototype.closest.call(element, selector);
  } catch {
    return null;
  }
}

/** Whether a selector matches an element; not where it is not valid. */
export function matches(element: Element, selector: string): boolean {
  try {
    return Element.prototype.matches.call(element, selector);
  } catch {
    return false;
  }
}

/** Puts one element into another, at the end. */
export function append(parent: Element, child: Element): void {
  Element.prototype.append.call(parent, child);
}

/** Whether something is in the document, or in a shadow tree of it. */
export function isConnected(node: Node): boolean {
  return Reflect.get(Node.prototype, 'isConnected', node);
}

/** An element's place in the window. */
export function place(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Scrolls until an element can be seen, and no further. */
export function reveal(element: Element): void {
  Element.prototype.scrollIntoView.call(element, { block: 'nearest' });
}

/** An element's parent; out of a shadow tree, that is the tree's host. */
export function parentOf(element: Element): Element | null {
  const parent: unknown = Reflect.get(Node.prototype, 'parentNode', element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** Whether an element is within another, or is the other. */
export function contains(element: Element, inner: Node | null): boolean {
  return Node.prototype.contains.call(element, inner);
}

/** Whether an element is drawn as a part of another: it is within it, in a shadow tree of it, or in a slot there. */
export function shows(element: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = slotOf(at) ?? parentOf(at)) {
    if (at === element) return true;
  }
  return false;
}

function slotOf(element: Element): Element | null {
  return Reflect.get(Element.prototype, 'assignedSlot', element);
}

/** All that is drawn at a point of the window, the topmost first, as seen from the tree of an element. */
export function allAt(element: Element, x: number, y: number): Element[] {
  const root = rootOf(element);
  const { prototype } = root instanceof ShadowRoot ? ShadowRoot : Document;
  return prototype.elementsFromPoint.call(root, x, y);
}

/** Whether an element has a size, and nothing hides it. */
export function isShown(element: Element): boolean {
  const { width, height } = place(element);
  const options = { opacityProperty: true, visibilityProperty: true };
  return width > 0 && height > 0 && Element.prototype.checkVisibility.call(element, options);
}

/** Hears events on an element. */
export function listen(
  element: Element,
  type: 'focusin' | 'pointerenter' | 'pointerdown',
  heard: (event: Event) => void,
  signal: AbortSignal,
): void {
  EventTarget.prototype.addEventListener.call(element, type, heard, { signal });
}

/** Lets the page hear of something. */
export function dispatch(element: Element, event: Event): void {
  EventTarget.prototype.dispatchEvent.call(element, event);
}

/** Whether an element begins before another; what is in a shadow tree stands where its host does. */
export function isBefore(element: Element, other: Element): boolean {
  for (const one of withHosts(element)) {
    const its = withHosts(other).find((it) => rootOf(it) === rootOf(one));
    if (its === undefined) continue;
    const relation = Node.prototype.compareDocumentPosition.call(one, its);
    return (relation & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
  return false;
}

/** An element, and the hosts of the shadow trees it is in, the nearest first. */
function withHosts(element: Element): Element[] {
  const root = rootOf(element);
  return root instanceof ShadowRoot ? [element, ...withHosts(root.host)] : [element];
}

function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** The element of the page that has the focus. */
export function focused(): Element | null {
  const active: unknown = Reflect.get(Document.prototype, 'activeElement', document);
  return active instanceof HTMLBodyElement || !(active instanceof Element) ? null : active;
}

/** Gives an element the focus, where it can have it. */
export function focus(element: Element): void {
  if (element instanceof HTMLElement) HTMLElement.prototype.focus.call(element);
}
