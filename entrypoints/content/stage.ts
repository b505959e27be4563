import type { Face, Saying, Scene } from '../shared/page/meeting.ts';

const EMPTY: Scene = { bare: [], live: null };

/** What is to be shown and said, kept until the face is there to do so, and for as long as it is. */
export class Stage {
  readonly #wantFace: () => void;
  #face: Face | null = null;
  #isOpen = false;
  #hasCards = false;
  #isAsked = false;
  #scene = EMPTY;
  #saying: Saying | null = null;

  /** @param wantFace asks for the face to be brought; called once, when there is a card */
  constructor(wantFace: () => void) {
    this.#wantFace = wantFace;
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
    this.#face?.show(scene);
    this.#ask();
  }

  say(saying: Saying | null): void {
    this.#saying = saying;
    this.#face?.say(saying);
  }

  #ask(): void {
    if (!this.#isOpen || !this.#hasCards || this.#isAsked) return;
    this.#isAsked = true;
    this.#wantFace();
  }
}
