import { attribute, contains, findAll, place } from '../shared/page/dom.ts';

const ALL = new CSSStyleSheet();
ALL.replaceSync('* { pointer-events: auto !important }');

/** Whether something else is on top of an element at a point of the window. */
export function isCovered(element: Element, x: number, y: number): boolean {
  const root = Node.prototype.getRootNode.call(element);
  const { prototype } = root instanceof ShadowRoot ? ShadowRoot : Document;
  return !contains(element, prototype.elementFromPoint.call(root, x, y));
}

/** The same, for things too through which every click falls; where the browser itself does not tell. */
export function isVeiled(element: Element, x: number, y: number): boolean {
  const sheets: unknown = Reflect.get(Document.prototype, 'adoptedStyleSheets', document);
  const before = Array.isArray(sheets) ? [...sheets] : [];
  const put = (now: unknown[]) =>
    Reflect.set(Document.prototype, 'adoptedStyleSheets', now, document);
  put([...before, ALL]);
  const covered = isCovered(element, x, y);
  put(before);
  return (
    covered || [...findAll('[style*=pointer-events]')].some((veil) => lies(veil, element, x, y))
  );
}

/** No style sheet has a say over an element whose own style is `!important`. */
function lies(veil: Element, element: Element, x: number, y: number): boolean {
  if (contains(veil, element) || contains(element, veil)) return false;
  const { left, right, top, bottom } = place(veil);
  const isThere = left <= x && x <= right && top <= y && y <= bottom;
  return isThere && /none/.test(attribute(veil, 'style') ?? '');
}
