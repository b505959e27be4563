/** @typedef {Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>} Screen */
/** @typedef {{ title: string, done: number, known: number, failed: number }} Running */

/** How often a terminal shows the time, and how seldom something else gets a line, in milliseconds. */
const TERMINAL_MS = 1_000;
const LOG_MS = 10_000;

/**
 * Minutes and seconds.
 * @param {number} ms
 */
export function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Shows how far a run is: on a terminal in a line that is rewritten, elsewhere in a line now and then. */
export class Progress {
  #screen;
  #all;
  #begun = 0;
  /** @type {Set<Running>} */
  #running = new Set();
  #start = performance.now();
  #shownAt = this.#start;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /**
   * @param {number} all how many steps there are
   * @param {Screen} screen
   */
  constructor(all, screen) {
    this.#all = all;
    this.#screen = screen;
    if (screen.isTTY) this.#timer = setInterval(() => this.#show(), TERMINAL_MS);
  }

  /**
   * A step begins. What comes back takes the news of its tests.
   * @param {string} title
   */
  begin(title) {
    const running = { title, done: 0, known: 0, failed: 0 };
    this.#begun += 1;
    this.#running.add(running);
    return {
      hear: (/** @type {import('./news.js').News} */ news) => {
        note(running, news);
        if (performance.now() - this.#shownAt > this.#interval()) this.#show();
      },
      end: () => void this.#running.delete(running),
    };
  }

  /**
   * Prints something that stays.
   * @param {string} text
   */
  print(text) {
    this.#clear();
    this.#screen.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  end() {
    clearInterval(this.#timer);
    this.#clear();
  }

  #interval() {
    return this.#screen.isTTY ? TERMINAL_MS / 4 : LOG_MS;
  }

  #show() {
    if (this.#running.size === 0) return;
    this.#shownAt = performance.now();
    const what = [...this.#running].map(described).join(', ');
    const time = clock(this.#shownAt - this.#start);
    const line = `step ${this.#begun} of ${this.#all}: ${what} (${time})`;
    this.#clear();
    const { isTTY, columns } = this.#screen;
    this.#screen.write(isTTY ? line.slice(0, (columns || 80) - 1) : `${line}\n`);
  }

  #clear() {
    if (this.#screen.isTTY) this.#screen.write('\r\u001b[K');
  }
}

/**
 * @param {Running} running
 * @param {import('./news.js').News} news
 */
function note(running, news) {
  if ('more' in news) {
    running.known += news.more;
    return;
  }
  running.done += 1;
  if (news.hasFailed) running.failed += 1;
}

/** @param {Running} running */
function described({ title, done, known, failed }) {
  if (known === 0) return title;
  return `${title} ${done} of ${known} tests${failed > 0 ? `, ${failed} failed` : ''}`;
}
