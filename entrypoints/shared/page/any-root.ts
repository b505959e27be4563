import { openRootOf, type RootOf } from './tree.ts';

/** What lets an extension see closed shadow roots: a function in Chromium, a property of elements in Firefox. */
declare global {
  interface Element {
    readonly openOrClosedShadowRoot?: unknown;
  }
}

/** An element's shadow root, open or closed; the browser's own, as in a video, is none of them. */
export const anyRootOf: RootOf = (host) => {
  const open = openRootOf(host);
  if (open !== null || !(host instanceof HTMLElement)) return open;
  const root: unknown = chrome.dom
    ? chrome.dom.openOrClosedShadowRoot(host)
    : host.openOrClosedShadowRoot;
  return root instanceof ShadowRoot ? root : null;
};
