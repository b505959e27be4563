import { LEVEL_LINE } from '../../core/feed.ts';

const STILL = '(prefers-reduced-motion: reduce)';

/** Follows how loud the conversation is, for as long as somebody shows it; not where nothing may move. */
export class Level {
  readonly #heard: (level: number) => void;
  #port: chrome.runtime.Port | null = null;

  /** @param heard called about eight times a second with a number from 0 to 1 */
  constructor(heard: (level: number) => void, signal: AbortSignal) {
    this.#heard = heard;
    signal.addEventListener('abort', () => this.follow(false));
  }

  /** Begins to follow, or ends. */
  follow(on: boolean): void {
    if (!on || !chrome.runtime?.id || matchMedia(STILL).matches) {
      this.#port?.disconnect();
      this.#port = null;
      return;
    }
    if (this.#port) return;
    const port = chrome.runtime.connect({ name: LEVEL_LINE });
    this.#port = port;
    port.onMessage.addListener((level: unknown) => {
      if (typeof level === 'number') this.#heard(Math.min(1, Math.max(0, level)));
    });
    port.onDisconnect.addListener(() => {
      if (port === this.#port) this.#port = null;
    });
  }
}
