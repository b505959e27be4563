/** What lets an extension see closed shadow roots: a function in Chromium, a property of elements in Firefox. */
declare global {
  interface Element {
    readonly openOrClosedShadowRoot?: unknown;
  }
}

/** An element's shadow root, open or closed; the browser's own, as in a video, is none of them. */
export function anyRootOf(host: Element): ShadowRoot | null {
  const open: unknown = Reflect.get(Element.prototype, 'shadowRoot', host);
  if (open instanceof ShadowRoot) return open;
  if (!(host instanceof HTMLElement)) return null;
  const root: unknown = import.meta.env.FIREFOX
    ? host.openOrClosedShadowRoot
    : chrome.dom.openOrClosedShadowRoot(host);
  return root instanceof ShadowRoot ? root : null;
}
