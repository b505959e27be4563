import type { SiteCard } from '../../core/site-cards.ts';
import { findAll } from '../shared/page/dom.ts';
import type { Finder, MarkedCard } from '../shared/page/meeting.ts';
import { sendMessage } from '../shared/page/messaging.ts';
import { Rounds } from '../shared/page/rounds.ts';

/** So many times as long as it took to look for them nobody looks again, while the page changes on and on. */
const LOOK = { rest: 500, least: 100 } as const;
/** How many elements may be cards by what their site describes. */
const MOST = 100;

/** The cards that the site describes, and which elements they are. */
export class Described {
  readonly #finder: Finder;
  readonly #looks: Rounds;
  #cards: readonly SiteCard[] = [];
  #found: ReadonlyMap<Element, MarkedCard> = new Map();

  constructor(finder: Finder) {
    this.#finder = finder;
    const { signal } = finder;
    this.#looks = new Rounds({ round: async () => this.#round(), ...LOOK, signal });
  }

  /** Asks for the description anew. */
  async renew(): Promise<void> {
    const cards = await sendMessage('siteCards').catch(() => null);
    if (cards === null || this.#finder.signal.aborted) return;
    this.#cards = cards;
    this.#looks.wantNow();
  }

  /** The page has changed: there may be others. */
  look(): void {
    if (this.#cards.length > 0) this.#looks.want();
  }

  #round(): number {
    const start = performance.now();
    const found = this.#find();
    const isSame =
      found.size === this.#found.size &&
      [...found].every(([element, card]) => this.#found.get(element)?.agentId === card.agentId);
    if (!isSame) {
      this.#found = found;
      this.#finder.mark('site', found);
    }
    return performance.now() - start;
  }

  #find(): Map<Element, MarkedCard> {
    const found = new Map<Element, MarkedCard>();
    for (const { selector, agentId, label = '', position: corner = 'top-end' } of this.#cards) {
      for (const element of findAll(selector, document)) {
        if (found.size === MOST) return found;
        // Of two that mean one element, the first holds.
        if (!found.has(element)) found.set(element, { agentId, label, corner });
      }
    }
    return found;
  }
}
