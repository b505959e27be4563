import { LOOK_MS } from '../../core/card.ts';
import { focused, listen, place } from '../shared/page/dom.ts';
import { isCovered, isVeiled } from './cover.ts';
import { isDisguised } from './disguise.ts';

/** A button must be so many pixels large, and in view by so much of it. */
const TINY = 10;
const PART = 0.5;
/** How often to look, where the browser does not tell by itself. */
const LOOKS_MS = 100;

/** Whether the browser tells what can really be seen: https://w3c.github.io/IntersectionObserver/v2/ */
const TELLS = 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * How well a person can see the buttons of a page's cards: a page may try to have one clicked that is
 * covered, transparent, or came up under the pointer a moment ago.
 */
export class Sight {
  readonly #near: (card: Element) => void;
  readonly #signal: AbortSignal;
  readonly #observer: IntersectionObserver;
  /** Buttons that can be seen, and since when by the page's clock. */
  readonly #seen = new Map<Element, number>();
  readonly #focused = new WeakMap<Element, number>();
  /** The button on which the pointer went down last: what a person meant was decided then. */
  #aim: { readonly button: Element; readonly isDoubtful: boolean } | null = null;

  /** @param near is told of cards whose button a person comes near */
  constructor(near: (card: Element) => void, signal: AbortSignal) {
    this.#near = near;
    this.#signal = signal;
    const options = { trackVisibility: true, delay: 100, threshold: [0, PART] };
    this.#observer = new IntersectionObserver((news) => this.#take(news), options);
    signal.addEventListener('abort', () => this.#observer.disconnect());
    if (!TELLS) this.#lookByOurselves();
    // A press that the page keeps from its button must not pass for the one before.
    const forget = () => (this.#aim = null);
    window.addEventListener('pointerdown', forget, { capture: true, signal });
  }

  /** Watches the button of a card from now on. */
  watch(button: Element, card: Element): void {
    const signal = this.#signal;
    const reach = () => this.#focused.set(button, performance.now());
    const come = ({ isTrusted }: Event) => isTrusted && this.#near(card);
    if (focused() === button) reach();
    this.#observer.observe(button);
    listen(button, 'focusin', reach, signal);
    for (const type of ['focusin', 'pointerenter'] as const) listen(button, type, come, signal);
    listen(button, 'pointerdown', (event) => this.#aimAt(button, event), signal);
  }

  /** Whether a person may have pressed a button without meaning it. */
  isDoubtful(button: Element, { detail, timeStamp }: UIEvent): boolean {
    const isByKey = detail === 0;
    if (!isByKey) return this.#aim?.button !== button || this.#aim.isDoubtful;
    const reached = timeStamp - (this.#focused.get(button) ?? timeStamp);
    const { left, top, width, height } = place(button);
    return (
      reached < LOOK_MS || this.#isUnclear(button, timeStamp, left + width / 2, top + height / 2)
    );
  }

  #aimAt(button: Element, event: Event): void {
    if (!(event instanceof PointerEvent) || !event.isTrusted) return;
    const { timeStamp, clientX, clientY } = event;
    this.#aim = { button, isDoubtful: this.#isUnclear(button, timeStamp, clientX, clientY) };
  }

  #isUnclear(button: Element, now: number, x: number, y: number): boolean {
    this.#take(this.#observer.takeRecords());
    const { width, height } = place(button);
    return (
      now - (this.#seen.get(button) ?? now) < LOOK_MS ||
      Math.min(width, height) < TINY ||
      isDisguised(button) ||
      isCovered(button, x, y) ||
      (!TELLS && (isVeiled(button, x, y) || isInForeignFrame()))
    );
  }

  #take(news: readonly IntersectionObserverEntry[]): void {
    for (const { target, time, intersectionRatio, isVisible = true } of news) {
      if (intersectionRatio < PART || !isVisible) this.#seen.delete(target);
      else if (!this.#seen.has(target)) this.#seen.set(target, time);
    }
  }

  /** A page can show a button at the last moment; so each move of a person is an occasion to look. */
  #lookByOurselves(): void {
    let last = 0;
    const look = ({ type, timeStamp }: Event) => {
      if (type === 'pointermove' && timeStamp - last < LOOKS_MS) return;
      last = timeStamp;
      for (const button of this.#seen.keys()) {
        if (isDisguised(button)) this.#seen.set(button, timeStamp);
      }
    };
    for (const type of ['pointermove', 'pointerdown', 'keydown']) {
      window.addEventListener(type, look, { capture: true, passive: true, signal: this.#signal });
    }
  }
}

/** A page around this one could cover it, and what it shows is not ours to see. */
function isInForeignFrame(): boolean {
  return window.top !== window && window.frameElement === null;
}
