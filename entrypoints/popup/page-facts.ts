import { browser } from 'wxt/browser';

/** What there is to see in one frame of a page, whoever works its cards. */
export interface FrameFacts {
  /** 0 is the page itself. */
  readonly frameId: number;
  /** The agents' ids of its cards, as the page wrote them. */
  readonly agentIds: readonly string[];
  /** Whether our content script is there to work them. */
  readonly isReached: boolean;
  /** The addresses of the frames in it. */
  readonly frames: readonly string[];
}

/** Looks into every frame of a page that may be looked into; rejects where not even the page itself may. */
export async function lookIntoPage(tabId: number, selector: string): Promise<FrameFacts[]> {
  const target = { tabId, allFrames: true };
  const found = await browser.scripting.executeScript({ target, func: look, args: [selector] });
  return found.map(({ frameId, result }) => ({
    frameId,
    agentIds: result?.agentIds ?? [],
    isReached: result?.isReached ?? false,
    frames: result?.frames ?? [],
  }));
}

/** Runs in the page, in the extension's own world, and must bring all that it needs; the page may have renamed its own. */
function look(selector: string) {
  const find = (what: string) => Document.prototype.querySelectorAll.call(document, what);
  const read = (element: Element, name: string) =>
    Element.prototype.getAttribute.call(element, name) ?? '';
  // Where the content script leaves its mark, see entrypoints/content/take-over.ts.
  const running: unknown = Reflect.get(globalThis, Symbol.for('voice-cards'));
  return {
    isReached: running instanceof AbortController && !running.signal.aborted,
    agentIds: Array.from(find(selector), (card) => read(card, 'data-agent-id').slice(0, 80)),
    frames: Array.from(find('iframe[src]'), (frame) => read(frame, 'src')).flatMap(
      (src) => URL.parse(src, document.baseURI)?.href ?? [],
    ),
  };
}
