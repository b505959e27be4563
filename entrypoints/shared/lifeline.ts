/** The line that the conversation host holds to the background. */
export const HOST_LINE = 'host';
/** The line that a page whose card is in conversation holds to the host. */
export const PAGE_LINE = 'page';

/**
 * When to look, after a line broke, whether that was a nap or the extension's end, in milliseconds: an
 * extension that is going can still be connected to for a moment, and then says nothing any more.
 */
const LOOKS_MS = [20, 250, 1_000];

/**
 * A line to the rest of the extension, held for as long as there is a conversation: it tells the other
 * side when this one goes, and this side when the extension does. The background may nap; then the
 * line is taken up again. (Through `chrome`, for the polyfill is half as large as the content script.)
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
    // What is left behind has no line to let go of, and throws.
    if (chrome.runtime?.id) this.#port?.disconnect();
    this.#port = null;
  }

  #connect(): void {
    if (!this.#held) return;
    // An extension that is gone has taken its id with it.
    if (!chrome.runtime?.id) return this.#orphaned();
    if (this.#port) return;
    const port = chrome.runtime.connect({ name: this.#name });
    this.#port = port;
    port.onDisconnect.addListener(() => {
      if (port === this.#port) this.#port = null;
      for (const ms of LOOKS_MS) setTimeout(() => this.#connect(), ms);
    });
  }
}
