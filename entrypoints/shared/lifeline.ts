/** The line that the conversation host holds. */
export const HOST_LINE = 'host';
/** The line that a page holds whose card is in conversation. */
export const PAGE_LINE = 'page';

/**
 * A line to the background, held for as long as there is a conversation: it tells the background when
 * this side goes, and this side when the extension does. The background may nap; then the line is
 * taken up again. (Through `chrome`, for the polyfill is half as large as the content script.)
 */
export class Lifeline {
  readonly #name: string;
  readonly #orphaned: () => void;
  #port: chrome.runtime.Port | null = null;

  /** @param orphaned called when the extension was reloaded or removed and this side is left behind */
  constructor(name: string, orphaned: () => void) {
    this.#name = name;
    this.#orphaned = orphaned;
  }

  /** Takes the line up, or lets it go. */
  hold(on: boolean): void {
    if (on === (this.#port !== null)) return;
    this.#port?.disconnect();
    this.#port = on ? this.#connect() : null;
  }

  #connect(): chrome.runtime.Port | null {
    // An extension that is gone has taken its id with it.
    if (!chrome.runtime?.id) {
      this.#orphaned();
      return null;
    }
    const port = chrome.runtime.connect({ name: this.#name });
    port.onDisconnect.addListener(() => {
      if (port !== this.#port) return;
      this.#port = null;
      this.hold(true);
    });
    return port;
  }
}
