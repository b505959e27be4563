import type { Agent, Dispatcher } from 'undici';

/** What is asked: a GET. */
export interface Question {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly retryAfter: string;
  /** Empty where the status is not 200, or where it is longer than anything we expect. */
  readonly text: string;
}

/** Nothing, or not all of it, came back in time. */
export class Late extends Error {
  override readonly name = 'Late';
}

const MAX_BODY_BYTES = 16 * 1024;

/**
 * Asks once, and follows no redirects. By the lowest of undici's interfaces: a stream and a signal for
 * each question, as the others make them, are a quarter of what a conversation costs.
 * Rejects with Late after so many milliseconds, and with whatever else went wrong on the way.
 */
export function exchange(agent: Agent, question: Question, ms: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const listener = new Listener(resolve, reject, ms);
    agent.dispatch({ ...question, method: 'GET' }, listener);
  });
}

class Listener implements Dispatcher.DispatchHandler {
  readonly #resolve: (reply: Reply) => void;
  readonly #reject: (error: Error) => void;
  readonly #timer: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #late: Late | undefined;
  #status = 0;
  #retryAfter = '';
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(resolve: (reply: Reply) => void, reject: (error: Error) => void, ms: number) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#giveUp(), ms);
  }

  #giveUp(): void {
    this.#late = new Late();
    this.#controller?.abort(this.#late);
    this.#reject(this.#late);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // There may have been no connection in time.
    if (this.#late) controller.abort(this.#late);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: { 'retry-after'?: unknown },
  ): void {
    this.#status = status;
    this.#retryAfter = String(headers['retry-after']);
    // A refusal is one, whatever becomes of its body.
    if (status !== 200) this.#answer('');
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size <= MAX_BODY_BYTES) return void this.#chunks.push(chunk);
    this.#answer('');
    controller.abort(new Error('The answer is too long.'));
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    const [only, ...more] = this.#chunks;
    this.#answer((more.length === 0 ? only : Buffer.concat(this.#chunks))?.toString('utf8') ?? '');
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.#timer);
    this.#reject(error);
  }

  #answer(text: string): void {
    this.#resolve({ status: this.#status, retryAfter: this.#retryAfter, text });
  }
}
