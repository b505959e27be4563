import {
  append,
  contains,
  findAll,
  focus,
  focused,
  isConnected,
  place,
} from '../shared/page/dom.ts';

/** Where the picker stands, over all of the page and out of its reach. */
const CSS = `
  :host {
    all: initial !important; display: block !important; position: fixed !important; inset: 0 !important;
    inline-size: 100% !important; block-size: 100% !important; z-index: 2147483647 !important;
  }
  :host::backdrop { display: none !important; }
  /* In the scheme of the person's own: a frame in another one than its inside would be opaque. */
  iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; color-scheme: light dark; }
`;

/** What moves an element without anything in it being loaded anew; not every browser has it. */
interface Mover {
  moveBefore?: (node: Node, child: Node | null) => void;
}

/**
 * The frame in which the extension's own page takes every key and every click, so that the page gets
 * none of them: in a closed root, in the browser's top layer, above whatever the page has put there.
 */
export class PickerFrame {
  readonly host = document.createElement('div');
  readonly #frame = document.createElement('iframe');
  /** What had the focus before. */
  readonly #before = focused();

  constructor(token: string, signal: AbortSignal) {
    const root = this.host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    root.adoptedStyleSheets = [sheet];
    this.host.popover = 'manual';
    this.#frame.src = `${chrome.runtime.getURL('/picker.html')}#${token}`;
    root.append(this.#frame);
    this.#stand();
    // What the page opens from now on would lie above this.
    const rise = (event: Event) => event.target !== this.host && this.#rise();
    for (const type of ['toggle', 'fullscreenchange']) {
      document.addEventListener(type, rise, { capture: true, signal });
    }
    signal.addEventListener('abort', () => this.#leave());
  }

  /** Gives the picker something, with a word by which it knows from whom, as soon as it has loaded. */
  give(word: string, port: MessagePort): void {
    // Whatever its origin is called: in Chrome it has another name for each start of the browser.
    const hand = () => this.#frame.contentWindow?.postMessage(word, '*', [port]);
    this.#frame.addEventListener('load', hand, { once: true });
  }

  /** Whether the page has taken it away. */
  isGone(): boolean {
    return !isConnected(this.host);
  }

  /** Takes the keyboard, where the page has it and the person is not elsewhere in the browser. */
  focus(): void {
    if (!document.hasFocus()) return;
    // A frame that has the focus as an element is given nothing when the page's window took the keyboard.
    this.#frame.blur();
    focus(this.#frame);
  }

  #stand(): void {
    const home = homeOf(this.host);
    if (home === undefined) return;
    if (!isConnected(this.host)) append(home, this.host);
    else if (!move(this.host, home)) return this.host.remove();
    if (!this.host.matches(':popover-open')) this.host.showPopover();
  }

  #rise(): void {
    if (this.isGone()) return;
    if (this.host.matches(':popover-open')) this.host.hidePopover();
    this.#stand();
    this.focus();
  }

  #leave(): void {
    const hadFocus = focused() === this.host;
    this.host.remove();
    if (hadFocus && this.#before !== null) focus(this.#before);
  }
}

/** Outside the modal dialog that is open, nothing works. */
function homeOf(host: Element): Element | undefined {
  const modals = [...findAll('dialog:modal')];
  return modals.find((modal) => isOpenTo(modal, host)) ?? [...findAll(':root')][0];
}

/** Of several dialogs, one alone can be worked; the others cannot even be hit. */
function isOpenTo(modal: Element, host: Element): boolean {
  const { left, top, width, height } = place(modal);
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = Document.prototype.elementsFromPoint.call(document, x, y);
  return hit.some((element) => element !== host && contains(modal, element));
}

/** Moves an element, where the browser can without loading its frame anew. */
function move(element: Element, home: Element): boolean {
  if (contains(home, element) && element.parentNode === home) return true;
  const mover: Mover = home;
  mover.moveBefore?.(element, null);
  return element.parentNode === home;
}
