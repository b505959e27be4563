import { Resampler } from './resampler.ts';

/** How long speech is held back before it plays, in seconds: at first, and at most once a network has stuttered. */
const RESERVE = { first: 0.04, most: 0.4 } as const;
/** How much more than what would have bridged a gap is held back afterwards: the next one may be longer. */
const GROWTH = 2;
/** How much of a reserve that was not needed remains for the next utterance, at least. */
const EASING = 0.4;
/** What is held back for pieces that come late: a share of the worst that was seen, and a bit more, in seconds. */
const CAUTION = { share: 1.3, more: 0.01 } as const;
/** How much of that is remembered from one utterance to the next. */
const FADING = 0.9;
/** So much of the first piece is no reserve, in seconds: where speech comes as fast as it is spoken, the next one takes that long. */
const PIECE = 0.1;
/** A silence of this many seconds ends an utterance; a shorter one was a gap in the network. */
const HANGOVER = 0.3;
/** How fast speech that is cut off fades, in seconds: too short to hear, long enough not to click. */
const FADE = 0.005;

/**
 * Plays speech that arrives in uneven pieces: a queue with a small adaptive reserve, resampled to
 * the speaker's rate only as it is needed, so that a long burst costs nothing at once. After a gap
 * the reserve grows beyond what would have bridged it; after an utterance without one it shrinks, as
 * far as its pieces came when they were due.
 * Time is counted in rendered samples, never by a clock.
 */
export class Player {
  readonly #from: number;
  readonly #to: number;
  readonly #resampler: Resampler;
  readonly #chunks: Float32Array[] = [];
  #offset = 0;
  #queued = 0;
  #reserve: number = RESERVE.first;
  #stuttered = false;
  /** `dry`: ran out a moment ago, and nobody can tell yet whether that was the end. */
  #state: 'quiet' | 'filling' | 'playing' | 'dry' = 'quiet';
  /** Seconds since the state began. */
  #since = 0;
  /** The newest piece: its length, and how long ago it came, in seconds. */
  #newest = 0;
  #ago = 0;
  /** Samples in the first piece after silence or a gap. */
  #first = 0;
  /** By how much a piece came later than the one before it lasted, at worst and not long ago, in seconds. */
  #late = 0;
  #out: Float32Array = new Float32Array(0);
  #written = 0;
  /** Output samples that one input sample made due beyond the block asked for. */
  readonly #spare: number[] = [];

  /** @param from rate of the speech, @param to rate of the speaker, in samples a second */
  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
    this.#resampler = new Resampler(from, to);
  }

  /** Whether an utterance is under way, its short gaps included. */
  get speaking(): boolean {
    return this.#state !== 'quiet';
  }

  /** The reserve held at present, in seconds. */
  get reserve(): number {
    return this.#reserve;
  }

  /** Adds speech, at the rate it came in. */
  push(speech: Float32Array): void {
    if (speech.length === 0) return;
    this.#chunks.push(speech);
    this.#queued += speech.length;
    this.#late =
      this.#state === 'quiet'
        ? FADING * this.#late
        : Math.max(this.#late, this.#ago - this.#newest);
    this.#newest = speech.length / this.#from;
    this.#ago = 0;
    if (this.#state === 'dry') this.#stutter();
    if (this.#state === 'playing' || this.#state === 'filling') return;
    this.#first = speech.length;
    this.#enter('filling');
  }

  /** Falls silent within a few milliseconds and forgets the rest. */
  interrupt(): void {
    const tail = Math.min(this.#queued, Math.round(FADE * this.#from));
    const fade = Float32Array.from({ length: tail }, (_, i) => this.#next() * (1 - i / tail));
    this.#drop();
    if (this.#state !== 'playing') return this.#enter('quiet');
    this.#chunks.push(fade);
    this.#queued = fade.length;
    this.#since = Number.NEGATIVE_INFINITY;
  }

  /** Fills a block with what is to be heard now. */
  render(out: Float32Array): void {
    this.#advance(out.length / this.#to);
    this.#out = out;
    this.#written = 0;
    while (this.#written < out.length && this.#spare.length > 0)
      this.#emit(this.#spare.shift() ?? 0);
    while (this.#written < out.length) {
      this.#resampler.push(this.#state === 'playing' ? this.#next() : 0, this.#emit);
    }
  }

  readonly #emit = (sample: number): void => {
    if (this.#written < this.#out.length) this.#out[this.#written++] = sample;
    else this.#spare.push(sample);
  };

  #advance(seconds: number): void {
    const cutOff = this.#since === Number.NEGATIVE_INFINITY;
    this.#since += seconds;
    this.#ago += seconds;
    if (this.#state === 'filling' && this.#isFull()) this.#enter('playing');
    else if (this.#state === 'playing' && this.#queued === 0) this.#enter(cutOff ? 'quiet' : 'dry');
    else if (this.#state === 'dry' && this.#since >= HANGOVER) this.#finish();
  }

  #isFull(): boolean {
    const held = this.#queued / this.#from - Math.min(PIECE, this.#first / this.#from);
    return held >= this.#reserve || this.#since >= this.#reserve;
  }

  #stutter(): void {
    this.#reserve = Math.min(RESERVE.most, GROWTH * (this.#reserve + this.#since));
    this.#stuttered = true;
  }

  #finish(): void {
    const wanted = Math.min(RESERVE.most, CAUTION.share * this.#late + CAUTION.more);
    this.#reserve = this.#stuttered
      ? Math.max(this.#reserve, wanted)
      : Math.max(EASING * this.#reserve, Math.min(this.#reserve, wanted));
    this.#stuttered = false;
    this.#enter('quiet');
  }

  #enter(state: 'quiet' | 'filling' | 'playing' | 'dry'): void {
    this.#state = state;
    this.#since = 0;
  }

  #next(): number {
    const [chunk] = this.#chunks;
    if (chunk === undefined) return 0;
    const sample = chunk[this.#offset++] ?? 0;
    this.#queued--;
    if (this.#offset >= chunk.length) {
      this.#chunks.shift();
      this.#offset = 0;
    }
    return sample;
  }

  #drop(): void {
    this.#chunks.length = 0;
    this.#offset = 0;
    this.#queued = 0;
  }
}
