import type { Happening, Limit } from '../../../core/conversation.ts';
import { failure } from '../../../core/failure.ts';
import type { Limits } from '../../../core/messages.ts';

/** ElevenLabs pings every few seconds; a line that is silent for so long is dead, in milliseconds. */
const LINE_MS = 15_000;
/** How long it may be silent once the browser says that it is offline: it may mean another network. */
const OFFLINE_MS = 3_000;
/** How long before a limit the person is told, in milliseconds. */
const NOTICE_MS = 15_000;

/** Keeps watch over a conversation that is under way: is the line alive, does anybody still speak? */
export class Vigil {
  readonly #tell: (happening: Happening) => void;
  readonly #limits: Limits;
  #line: ReturnType<typeof setTimeout> | undefined;
  readonly #silence: (ReturnType<typeof setTimeout> | undefined)[] = [];
  readonly #budget: ReturnType<typeof setTimeout>[] = [];
  #warned = false;

  constructor(limits: Limits, tell: (happening: Happening) => void, signal: AbortSignal) {
    this.#limits = limits;
    this.#tell = tell;
    const length = this.#countDown('max_length', limits.maxLength);
    signal.addEventListener('abort', () => {
      for (const timer of [this.#line, ...this.#silence, ...this.#budget, ...length]) {
        clearTimeout(timer);
      }
    });
    globalThis.addEventListener('offline', () => this.#await(OFFLINE_MS), { signal });
    this.lineAlive();
    this.spoken();
  }

  /** Something came in on the line. */
  lineAlive(): void {
    this.#await(LINE_MS);
  }

  /** Somebody spoke. */
  spoken(): void {
    for (const timer of this.#silence.splice(0)) clearTimeout(timer);
    this.#silence.push(...this.#countDown('silence', this.#limits.silence));
    if (this.#warned) this.#tell({ type: 'limit far' });
    this.#warned = false;
  }

  /** So much of a budget is left, in milliseconds. */
  budgetLeft(ms: number): void {
    for (const timer of this.#budget.splice(0)) clearTimeout(timer);
    this.#budget.push(...this.#countDown('budget', ms));
  }

  #await(ms: number): void {
    clearTimeout(this.#line);
    this.#line = setTimeout(() => this.#tell({ type: 'failed', failure: failure('network') }), ms);
  }

  #countDown(limit: Limit, ms: number) {
    const warn = () => {
      this.#warned = limit === 'silence';
      this.#tell({ type: 'limit near', limit });
    };
    const end = () => this.#tell({ type: 'failed', failure: failure(limit) });
    return [setTimeout(warn, ms - NOTICE_MS), setTimeout(end, ms)];
  }
}
