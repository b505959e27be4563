/** A value that a test can wait for, without looking again and again. */
export class Watched<T> {
  #now: T;
  #waiting: { readonly isSo: (value: T) => boolean; readonly told: (value: T) => void }[] = [];

  constructor(first: T) {
    this.#now = first;
  }

  get now(): T {
    return this.#now;
  }

  set(value: T): void {
    this.#now = value;
    const ready = this.#waiting.filter(({ isSo }) => isSo(value));
    this.#waiting = this.#waiting.filter((one) => !ready.includes(one));
    for (const { told } of ready) told(value);
  }

  /** The value as soon as it is so; at once where it is so already. */
  until(isSo: (value: T) => boolean): Promise<T> {
    if (isSo(this.#now)) return Promise.resolve(this.#now);
    return new Promise((told) => this.#waiting.push({ isSo, told }));
  }
}
