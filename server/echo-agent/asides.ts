import type { Aside } from './incoming.ts';

/** So many are remembered. */
const MOST = 20;
const NONE = 'I was told nothing besides.';

/** What the client tells an agent besides what is said; an agent acts upon it, this one only repeats it. */
export class Asides {
  readonly #lines: string[] = [];

  add(aside: Aside): void {
    this.#lines.push(lineOf(aside));
    if (this.#lines.length > MOST) this.#lines.shift();
  }

  /** All of them in words, oldest first. */
  text(): string {
    return this.#lines.join('\n') || NONE;
  }
}

function lineOf(aside: Aside): string {
  switch (aside.type) {
    case 'contextual_update':
      return `context: ${aside.text}`;
    case 'user_activity':
      return 'activity';
    case 'feedback':
      return `feedback: ${aside.score ?? 'none'} for ${aside.event_id}`;
  }
}
