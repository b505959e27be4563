import { append, closest, contains, findAll, isShown, place } from '../shared/page/dom.ts';
import { closedRoot } from './closed-root.ts';
import { putBeside } from './follow.ts';
import { CSS } from './style.ts';

/** What a person does on ours is none of the page's business; a press outside may close its menus. */
const OURS = [
  'click',
  'dblclick',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'keydown',
  'keyup',
];

/** What lies above the rest of its page, and ours with it. */
const RAISED = ':modal, :popover-open';
/** So many cards are asked one by one sooner than a large page is searched. */
const FEW = 50;

/**
 * Where the face draws: one closed root in the browser's top layer, of no size itself. Nothing is put
 * into the page's own elements, but for a dialog or popover that holds a card: outside a modal one
 * nothing works, and a press outside a popover closes it.
 */
export class Overlay {
  readonly #place = closedRoot(CSS);
  #zoom = 1;

  constructor(signal: AbortSignal) {
    this.#place.host.popover = 'manual';
    for (const type of OURS) {
      this.#place.root.addEventListener(type, (event) => event.stopPropagation());
    }
    signal.addEventListener('abort', () => this.#place.host.remove());
  }

  get root(): ShadowRoot {
    return this.#place.root;
  }

  get host(): HTMLElement {
    return this.#place.host;
  }

  /** Whether a person can come to a card from here: it shows, and no dialog stands before it. */
  reaches(card: Element): boolean {
    return isShown(card) && contains(this.host.parentElement ?? this.host, card);
  }

  /** Where the focus is among ours; null where it is not. */
  focused(): HTMLElement | null {
    const { activeElement } = this.#place.root;
    return activeElement instanceof HTMLElement ? activeElement : null;
  }

  /** Stands where these cards can be reached; a page may have swept it away. */
  stand(cards: readonly Element[]): void {
    const { host } = this.#place;
    const home = this.#homeOf(cards);
    if (home === undefined) return host.remove();
    if (host.parentNode !== home) append(home, host);
    if (!host.matches(':popover-open')) host.showPopover();
  }

  /** Where its zero is in the window: not only a scroll moves that. */
  origin(): DOMRect {
    this.#unzoom();
    return place(this.host);
  }

  /** Puts something of ours beside something else. */
  put(what: Element, floating: HTMLElement, side: 'top' | 'bottom'): void {
    this.#unzoom();
    void putBeside(what, floating, side);
  }

  /** Styles that zoom the page must not zoom ours, nor the places we give it. */
  #unzoom(): void {
    const zoom = this.host.parentElement?.currentCSSZoom ?? 1;
    if (zoom === this.#zoom) return;
    this.#zoom = zoom;
    this.#place.last.replaceSync(`:host { zoom: ${1 / zoom} !important }`);
  }

  #homeOf(cards: readonly Element[]): Element | undefined {
    if (cards.length === 0) return undefined;
    const mayBe = cards.length <= FEW || [...findAll(RAISED)].some((it) => it !== this.host);
    const around = mayBe && cards.map((card) => closest(card, RAISED)).find((it) => it !== null);
    return around || [...findAll(':root')][0];
  }
}
