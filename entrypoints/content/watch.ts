import { type Changes, both } from './changes.ts';
import type { Trees } from './trees.ts';

/** What makes an element a card, or a card another one, and what we show: an old script may sweep it away. */
const ATTRIBUTES = ['class', 'data-agent-id', 'data-voice-state'];

/** The changes that count. */
export const CHANGES = { childList: true, subtree: true, attributeFilter: ATTRIBUTES };

/** What brings something above all else, or takes it back, without changing the document. */
const RISES = ['toggle', 'fullscreenchange'];

/** Tells once per frame at most, and only in frames before which something in one of the trees has changed. */
export class Watch {
  readonly #listeners: ((changes: Changes) => void)[] = [];
  #isDue = false;
  #changes: Changes = [];

  constructor(trees: Trees, signal: AbortSignal) {
    const run = () => {
      const changes = this.#changes;
      this.#changes = [];
      this.#isDue = false;
      // An extension that was reloaded leaves this script behind, which can neither speak nor say anything.
      if (signal.aborted || !chrome.runtime?.id) return;
      for (const listener of this.#listeners) listener(changes);
    };
    const plan = () => {
      if (this.#isDue) return;
      this.#isDue = true;
      requestAnimationFrame(run);
    };
    const observer = new MutationObserver((changes) => {
      this.#changes = both(this.#changes, changes);
      plan();
    });
    trees.onEnter((tree) => observer.observe(tree, CHANGES));
    for (const type of RISES) window.addEventListener(type, plan, { capture: true, signal });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Calls from now on, with what has changed. */
  onChange(listener: (changes: Changes) => void): void {
    this.#listeners.push(listener);
  }
}
