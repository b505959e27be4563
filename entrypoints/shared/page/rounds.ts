/** How to go about work that has to be done over and over. */
interface Manner {
  /** Does it once; gives how long that took, in milliseconds. */
  readonly round: () => Promise<number>;
  /** How many times as long as it took to rest afterwards. */
  readonly rest: number;
  /** How long to rest at least, in milliseconds. */
  readonly least: number;
  readonly signal: AbortSignal;
}

/** Does work again when it is wanted, never twice at once, and rests in between for as long as it cost. */
export class Rounds {
  readonly #manner: Manner;
  #isRunning = false;
  #isWanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(manner: Manner) {
    this.#manner = manner;
    manner.signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Wants another round, after the rest. */
  want(): void {
    this.#isWanted = true;
    if (this.#timer === undefined && !this.#isRunning) void this.#run();
  }

  /** Wants another round without a rest. */
  wantNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.want();
  }

  async #run(): Promise<void> {
    const { round, rest, least, signal } = this.#manner;
    [this.#isRunning, this.#isWanted] = [true, false];
    const took = await round();
    this.#isRunning = false;
    if (signal.aborted) return;
    const rested = () => {
      this.#timer = undefined;
      if (this.#isWanted) void this.#run();
    };
    this.#timer = setTimeout(rested, Math.max(least, took * rest));
  }
}
