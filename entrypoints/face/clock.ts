/** Shows for how long something has lasted, in minutes and seconds. */
export class Clock {
  readonly #face: Pick<HTMLElement, 'hidden' | 'textContent'>;
  #since: number | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(face: Pick<HTMLElement, 'hidden' | 'textContent'>, signal: AbortSignal) {
    this.#face = face;
    signal.addEventListener('abort', () => this.run(undefined));
  }

  /** @param since milliseconds since the epoch; undefined stops it */
  run(since: number | undefined): void {
    if (since === this.#since) return;
    this.#since = since;
    clearInterval(this.#ticking);
    this.#face.hidden = since === undefined;
    if (since === undefined) return;
    this.#tick();
    this.#ticking = setInterval(() => this.#tick(), 1_000);
  }

  #tick(): void {
    const seconds = Math.max(0, Math.floor((Date.now() - (this.#since ?? 0)) / 1_000));
    const rest = String(seconds % 60).padStart(2, '0');
    this.#face.textContent = `${Math.floor(seconds / 60)}:${rest}`;
  }
}
