import { browser } from 'wxt/browser';
import type { Enabled } from '../../core/enabled.ts';
import { knownFrames } from '../shared/known-frames.ts';
import { reachesOnlyNamed } from '../shared/reach.ts';

/** The settings by which a page is examined. */
export type Examined = Enabled & { readonly cardSelector: string };

/** What there is to see in one frame of a page, whoever works its cards. */
export interface FrameFacts {
  /** 0 is the page itself. */
  readonly frameId: number;
  /** The agents' ids of its cards, as the page wrote them. */
  readonly agentIds: readonly string[];
  /** Whether our content script is there to work them. */
  readonly isReached: boolean;
  /** Whether what finds marks is there too. */
  readonly hasMarks: boolean;
  /** The addresses of the frames in it. */
  readonly frames: readonly string[];
}

/**
 * Looks into the frames of a page that may be looked into; rejects where not even the page itself may.
 * Where frames of sites on which voice is off could be among them, into those alone that are known.
 */
export async function lookIntoPage(tabId: number, settings: Examined): Promise<FrameFacts[]> {
  const args: [string] = [settings.cardSelector];
  const lookInto = (where: object) =>
    browser.scripting.executeScript({ target: { tabId, ...where }, func: look, args });
  if (await reachesOnlyNamed(settings)) return (await lookInto({ allFrames: true })).map(factsOf);
  const known = (await knownFrames.getValue()).filter((frame) => frame.tabId === tabId);
  const inner = known.filter(({ frameId }) => frameId !== 0);
  const [top, ...rest] = await Promise.all([
    lookInto({ frameIds: [0] }),
    // One that is gone has nothing to show.
    ...inner.map(({ frameId }) => lookInto({ frameIds: [frameId] }).catch(() => [])),
  ]);
  return [top, ...rest].flat().map(factsOf);
}

function factsOf({ frameId, result }: { frameId: number; result?: ReturnType<typeof look> }) {
  return {
    frameId,
    agentIds: result?.agentIds ?? [],
    isReached: result?.isReached ?? false,
    hasMarks: result?.hasMarks ?? false,
    frames: result?.frames ?? [],
  };
}

/** Runs in the page, in the extension's own world, and must bring all that it needs; the page may have renamed its own. */
function look(selector: string) {
  const find = (what: string) => Document.prototype.querySelectorAll.call(document, what);
  const read = (element: Element, name: string) =>
    Element.prototype.getAttribute.call(element, name) ?? '';
  // Where the content script leaves its mark, see entrypoints/content/take-over.ts.
  const running: unknown = Reflect.get(globalThis, Symbol.for('voice-cards'));
  const isReached = running instanceof AbortController && !running.signal.aborted;
  return {
    isReached,
    // See entrypoints/shared/page/renewal.ts.
    hasMarks: isReached && Reflect.has(globalThis, Symbol.for('voice-cards marks')),
    agentIds: Array.from(find(selector), (card) => read(card, 'data-agent-id').slice(0, 80)),
    frames: Array.from(find('iframe[src]'), (frame) => read(frame, 'src')).flatMap(
      (src) => URL.parse(src, document.baseURI)?.href ?? [],
    ),
  };
}
