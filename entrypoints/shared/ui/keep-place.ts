/** Where one goes on writing; a page of ours has one such box at most. */
const WRITING = 'main textarea';
/** What the keyboard can reach. */
const REACHABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Where the keyboard was last: the element, all that is around it, and all else that could be reached then. */
interface Place {
  readonly at: HTMLElement;
  readonly around: readonly Element[];
  readonly others: readonly Element[];
}

/**
 * Keeps the keyboard's place: where what has the focus goes away, what came in its stead gets it, else
 * the box to write in, else what is nearest. Left alone, a browser begins at the top of the document again.
 */
export function keepPlace(): void {
  let place: Place | null = null;
  document.addEventListener('focusin', ({ target }) => {
    place = target instanceof HTMLElement ? placeOf(target) : null;
  });
  const observer = new MutationObserver(() => {
    if (place === null || place.at.isConnected) return;
    const next = document.activeElement === document.body ? nextOf(place) : null;
    place = null;
    next?.focus();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

function placeOf(at: HTMLElement): Place {
  const around: Element[] = [];
  for (let it = at.parentElement; it !== null; it = it.parentElement) around.push(it);
  return { at, around, others: reachableIn(document.body) };
}

/** In the nearest part of the page that is still there: what is new, else what came after, else before. */
function nextOf({ at, around, others }: Place): HTMLElement | null {
  const parts = around.filter(({ isConnected }) => isConnected).map(reachableIn);
  const there = parts.find((part) => part.length > 0) ?? [];
  const came = there.find((element) => !others.includes(element));
  const after = there.find((element) => others.indexOf(element) > others.indexOf(at));
  return came ?? document.querySelector<HTMLElement>(WRITING) ?? after ?? there.at(-1) ?? null;
}

function reachableIn(part: Element): HTMLElement[] {
  const found = [...part.querySelectorAll<HTMLElement>(REACHABLE)];
  return found.filter((element) => element.checkVisibility({ visibilityProperty: true }));
}
