import {
  type Placement,
  type VirtualElement,
  autoUpdate,
  computePosition,
  flip,
  hide,
  offset,
  shift,
} from '@floating-ui/dom';
import { isConnected, parentOf, place } from '../shared/page/dom.ts';

/** How far things stay from their card and from the window's edges, in pixels. */
const GAP = 8;

/** Calls at once and whenever something may have moved: scrolled, resized or laid out anew. */
export function follow(
  what: Element,
  moved: () => void,
  { floating, signal }: { readonly floating: HTMLElement; readonly signal: AbortSignal },
): void {
  signal.addEventListener('abort', autoUpdate(referenceTo(what), floating, moved));
}

/** Puts something beside another, in the window if there is room, and out of sight when that is. */
export async function putBeside(
  what: Element,
  floating: HTMLElement,
  placement: Placement,
): Promise<void> {
  // A card that is being rendered anew has no place; the one that comes after it will.
  if (!isInTree(what)) return;
  const { x, y, middlewareData } = await computePosition(referenceTo(what), floating, {
    placement,
    middleware: [
      offset(GAP),
      flip({ padding: GAP }),
      shift({ padding: GAP, crossAxis: true }),
      hide(),
    ],
  });
  floating.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  floating.style.visibility = middlewareData.hide?.referenceHidden ? 'hidden' : 'visible';
}

/** In the page, or in our own tree, which is not the page's to contain. */
function isInTree(what: Element): boolean {
  return isConnected(what) || what.getRootNode() instanceof ShadowRoot;
}

function referenceTo(what: Element): VirtualElement {
  const reference = { getBoundingClientRect: () => place(what) };
  return isHonest(what) ? { ...reference, contextElement: what } : reference;
}

/** Whether neither an element nor a form around it shadows what a library would ask them. */
function isHonest(what: Element): boolean {
  for (let at: Element | null = what; at !== null; at = parentOf(at)) {
    if (!(at instanceof HTMLFormElement)) continue;
    if (at.getBoundingClientRect !== Element.prototype.getBoundingClientRect) return false;
    if (at.parentNode !== parentOf(at)) return false;
  }
  return true;
}
