import {
  type Middleware,
  type VirtualElement,
  autoUpdate,
  computePosition,
  hide,
  shift,
} from '@floating-ui/dom';
import { isConnected, parentOf, place } from '../shared/page/dom.ts';

/** How far things stay from their card and from the window's edges, in pixels. */
const GAP = 8;

/** The library's own way to keep a gap can do more, and weighs more. */
const gap: Middleware = {
  name: 'gap',
  fn: ({ y, placement }) => ({ y: placement === 'top' ? y - GAP : y + GAP }),
};

const OTHER = { top: 'bottom', bottom: 'top' } as const;

/** Calls at once and whenever something may have moved: scrolled, resized or laid out anew. */
export function follow(
  what: Element,
  moved: () => void,
  { floating, signal }: { readonly floating: HTMLElement; readonly signal: AbortSignal },
): void {
  signal.addEventListener('abort', autoUpdate(referenceTo(what), floating, moved));
}

/** Puts something beside another, in the window if there is room; out of sight when that is, but for who is in it. */
export async function putBeside(
  what: Element,
  floating: HTMLElement,
  side: 'top' | 'bottom',
): Promise<void> {
  // A card that is being rendered anew has no place; the one that comes after it will.
  if (!isInTree(what)) return;
  const { x, y, middlewareData } = await computePosition(referenceTo(what), floating, {
    placement: hasRoom(what, floating, side) ? side : OTHER[side],
    middleware: [gap, shift({ padding: GAP, crossAxis: true }), hide()],
  });
  floating.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  const isGone = middlewareData.hide?.referenceHidden && !floating.matches(':has(:focus-visible)');
  floating.style.visibility = isGone ? 'hidden' : 'visible';
}

/** Whether something fits into the window on one side of another. */
function hasRoom(what: Element, floating: Element, side: 'top' | 'bottom'): boolean {
  const { top, bottom } = place(what);
  const need = place(floating).height + 2 * GAP;
  return side === 'top' ? top >= need : innerHeight - bottom >= need;
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
