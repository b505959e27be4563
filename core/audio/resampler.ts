/** Zero crossings of the windowed sinc on each side; more is sharper and slower. */
const CROSSINGS = 16;
/** Where the pass band ends, as a part of the lower Nyquist frequency. */
const ROLL_OFF = 0.94;
/** Kaiser's shape: about 80 dB of stop band. */
const BETA = 8;

/**
 * Changes the sample rate of a stream, exactly by the ratio of two whole rates: as many samples
 * out as in, in time, for ever. A polyphase windowed-sinc filter; it never allocates while running.
 */
export class Resampler {
  readonly #up: number;
  readonly #down: number;
  readonly #taps: number;
  readonly #phases: Float32Array;
  readonly #history: Float32Array;
  /** Where in the history the next sample goes; each is written twice, a whole window apart. */
  #head = 0;
  /** Time of the next output, in input samples × up, relative to the newest input. */
  #due = 0;

  constructor(from: number, to: number) {
    const divisor = gcd(from, to);
    this.#up = to / divisor;
    this.#down = from / divisor;
    const narrowing = Math.max(1, from / to);
    this.#taps = 2 * Math.ceil(CROSSINGS * narrowing);
    this.#phases = polyphase(this.#up, this.#taps, ROLL_OFF / narrowing);
    this.#history = new Float32Array(2 * this.#taps);
  }

  /** Takes one sample in and gives out those that it makes due, none to several. */
  push(sample: number, emit: (sample: number) => void): void {
    this.#history[this.#head] = sample;
    this.#history[this.#head + this.#taps] = sample;
    this.#head = (this.#head + 1) % this.#taps;
    for (; this.#due < this.#up; this.#due += this.#down) emit(this.#at(this.#due));
    this.#due -= this.#up;
  }

  /** Forgets what it heard, as after an interruption. */
  clear(): void {
    this.#history.fill(0);
  }

  #at(phase: number): number {
    const offset = phase * this.#taps;
    let sum = 0;
    for (let tap = 0; tap < this.#taps; tap++) {
      sum += (this.#history[this.#head + tap] ?? 0) * (this.#phases[offset + tap] ?? 0);
    }
    return sum;
  }
}

/** One row of taps for each of `up` positions between two input samples, each of unit gain. */
function polyphase(up: number, taps: number, cutoff: number): Float32Array {
  const table = new Float32Array(up * taps);
  const half = taps / 2;
  for (let phase = 0; phase < up; phase++) {
    const row = phase * taps;
    let gain = 0;
    for (let tap = 0; tap < taps; tap++) {
      const x = tap - (half - 1) - phase / up;
      const weight = sinc(x * cutoff) * kaiser(x / half);
      table[row + tap] = weight;
      gain += weight;
    }
    for (let tap = 0; tap < taps; tap++) table[row + tap] = (table[row + tap] ?? 0) / gain;
  }
  return table;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x));
}

/** The modified Bessel function of order zero, by its series, to a millionth. */
function bessel(x: number): number {
  const square = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-6; k++) {
    term *= square / (k * k);
    sum += term;
  }
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
