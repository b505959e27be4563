import { append, closest, findAll } from '../shared/page/dom.ts';
import { closedRoot } from './closed-root.ts';
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

/**
 * Where the face draws: one closed root in the browser's top layer, of no size itself. Nothing is put
 * into the page's own elements, but for a modal dialog that holds a card: outside it, nothing works.
 */
export class Overlay {
  readonly #place = closedRoot(CSS);

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

  /** Stands where these cards can be reached; a page may have swept it away. */
  stand(cards: readonly Element[]): void {
    const { host } = this.#place;
    const home = homeOf(cards);
    if (home === undefined) return host.remove();
    if (host.parentNode !== home) append(home, host);
    if (!host.matches(':popover-open')) host.showPopover();
  }
}

function homeOf(cards: readonly Element[]): Element | undefined {
  if (cards.length === 0) return undefined;
  const [modal] = findAll(':modal');
  const around = modal && cards.map((card) => closest(card, ':modal')).find((it) => it !== null);
  return around ?? [...findAll(':root')][0];
}
