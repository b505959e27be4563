import { StoreUnavailable } from './store.ts';

/** How often it is looked whether anything was heard, in milliseconds. */
const LOOK_MS = 50;

/**
 * Notices that nothing comes back any more, which a connection alone does not tell. Silence, and not
 * the age of a question, is what counts: in a rush, an answer may take its time and still come.
 */
export class Silence {
  readonly #ms: number;
  readonly #waiting = new Set<(error: Error) => void>();
  #heardAt = 0;
  #isSilent = false;
  #isLooking = false;

  /** @param ms after how many milliseconds without any answer there is silence */
  constructor(ms: number) {
    this.#ms = ms;
  }

  /** Something was heard, whatever it was. */
  readonly heard = (): void => {
    this.#heardAt = performance.now();
    this.#isSilent = false;
  };

  /** Asks, unless there is silence; rejects with StoreUnavailable once there is. */
  ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.#isSilent) return Promise.reject(unavailable(new Error('It has been silent.')));
    return new Promise((resolve, reject) => {
      if (this.#waiting.size === 0) this.#heardAt = performance.now();
      this.#waiting.add(reject);
      this.#lookSoon();
      question().then(
        (answer) => {
          this.#waiting.delete(reject);
          this.heard();
          resolve(answer);
        },
        (cause: unknown) => {
          this.#waiting.delete(reject);
          reject(unavailable(cause));
        },
      );
    });
  }

  #lookSoon(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    setTimeout(this.#look, LOOK_MS);
  }

  readonly #look = (): void => {
    this.#isLooking = false;
    if (this.#waiting.size === 0) return;
    // What has arrived while this process was busy is read first.
    if (performance.now() - this.#heardAt > this.#ms) setImmediate(this.#giveUp);
    else this.#lookSoon();
  };

  readonly #giveUp = (): void => {
    if (performance.now() - this.#heardAt <= this.#ms) return this.#look();
    this.#isSilent = true;
    const error = unavailable(new Error(`Nothing was heard for ${this.#ms} ms.`));
    for (const reject of this.#waiting) reject(error);
    this.#waiting.clear();
  };
}

function unavailable(cause: unknown): StoreUnavailable {
  return new StoreUnavailable('The store cannot be reached.', { cause });
}
