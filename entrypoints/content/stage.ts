import type { Face, Saying, Scene } from '../shared/page/meeting.ts';

const EMPTY: Scene = { bare: [], live: null };

/** How long what is drawn again and again on a page that never rests may take in all: a part in so many. */
const REST = 1_000;
const LEAST_REST_MS = 100;

/** What is to be shown and said, kept until the face is there to do so, and for as long as it is. */
export class Stage {
  readonly #wantFace: () => void;
  readonly #signal: AbortSignal;
  #face: Face | null = null;
  #isOpen = false;
  #hasCards = false;
  #isAsked = false;
  #scene = EMPTY;
  #saying: Saying | null = null;
  /** When to draw the same again at the earliest, by the page's clock. */
  #rested = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** @param wantFace asks for the face to be brought; called once, when there is a card */
  constructor(wantFace: () => void, signal: AbortSignal) {
    this.#wantFace = wantFace;
    this.#signal = signal;
  }

  /** The page may show something from now on. */
  open(): void {
    this.#isOpen = true;
    this.#ask();
  }

  /** Takes a face; of two that come, the first. */
  meet(face: Face): void {
    if (this.#face) return;
    this.#face = face;
    face.show(this.#scene);
    face.say(this.#saying);
  }

  show(scene: Scene, hasCards: boolean): void {
    this.#scene = scene;
    this.#hasCards = hasCards;
    this.#draw();
    this.#ask();
  }

  /** Shows the same again on a page that has changed: at once, or after a rest where it changes on and on. */
  again(): void {
    if (!this.#face || this.#resting !== undefined) return;
    const wait = this.#rested - performance.now();
    if (wait <= 0) this.#draw();
    else this.#resting = setTimeout(() => this.#draw(), wait);
  }

  say(saying: Saying | null): void {
    this.#saying = saying;
    this.#face?.say(saying);
  }

  #draw(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    if (this.#signal.aborted) return;
    const start = performance.now();
    this.#face?.show(this.#scene);
    const end = performance.now();
    this.#rested = end + Math.max(LEAST_REST_MS, REST * (end - start));
  }

  #ask(): void {
    if (!this.#isOpen || !this.#hasCards || this.#isAsked) return;
    this.#isAsked = true;
    this.#wantFace();
  }
}
