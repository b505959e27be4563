/** The line that the conversation host holds. */
export const HOST_LINE = 'host';
/** The line that a page holds whose card is in conversation. */
export const PAGE_LINE = 'page';

/** How long after a line broke it is clear why, in milliseconds. */
const SETTLE_MS = 250;

/**
 * A line to the background, held for as long as there is a conversation: it tells the background when
 * this side goes, and this side when the extension does. The background may nap; then the line is
 * taken up again. (Through `chrome`, for the polyfill is half as large as the content script.)
 */
export class Lifeline {
  readonly #name: string;
  readonly #orphaned: () => void;
  #port: chrome.runtime.Port | null = null;
  #held = false;

  /** @param orphaned called when the extension was reloaded or removed and this side is left behind */
  constructor(name: string, orphaned: () => void) {
    this.#name = name;
    this.#orphaned = orphaned;
  }

  /** Takes the line up, or lets it go. */
  hold(on: boolean): void {
    if (on === this.#held) return;
    this.#held = on;
    if (on) return this.#connect();
    this.#port?.disconnect();
    this.#port = null;
  }

  #connect(): void {
    if (!this.#held || this.#port) return;
    // An extension that is gone has taken its id with it.
    if (!chrome.runtime?.id) return this.#orphaned();
    const port = chrome.runtime.connect({ name: this.#name });
    this.#port = port;
    port.onDisconnect.addListener(() => {
      if (port === this.#port) this.#port = null;
      // The line breaks a moment before one can tell a nap from the extension's end.
      setTimeout(() => this.#connect(), SETTLE_MS);
    });
  }
}
