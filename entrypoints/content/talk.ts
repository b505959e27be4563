import { isAgentId } from '../../core/agent-id.ts';
import { type CardView, clickMeans } from '../../core/card.ts';
import { type FailureCode, remedy } from '../../core/failure.ts';
import { sendMessage } from '../shared/messaging.ts';
import { type Cards, agentOf } from './cards.ts';
import { Note } from './note.ts';

/** What a click on a card does, and what the page is told of it. */
export class Talk {
  readonly #cards: Cards;
  readonly #note: Note;
  /** The card beside which the note stands. */
  #noted: Element | null = null;

  constructor(cards: Cards, signal: AbortSignal) {
    this.#cards = cards;
    this.#note = new Note((failure) => this.#mend(failure), signal);
  }

  /** A person clicked a card's button. */
  readonly clicked = (card: Element): void => {
    const wish = clickMeans(this.#cards.stateOf(card));
    if (wish === 'end') void sendMessage('endCard');
    if (wish === 'start') void this.#start(card, false);
  };

  /** The conversation of this tab has changed. */
  show(view: CardView | null): void {
    this.#cards.show(view);
    this.#note.hide();
    const card = this.#cards.live();
    if (view?.failure && card) this.#say(card, view.failure, view.retryAfter);
  }

  async #start(card: Element, replace: boolean): Promise<void> {
    const agentId = agentOf(card);
    if (!isAgentId(agentId)) return this.#fail(card, 'agent_id_invalid');
    this.#cards.showClicked(card, 'connecting');
    const answer = await sendMessage('startCard', { agentId, replace });
    if (!answer.ok) this.#fail(card, answer.failure.code);
  }

  #fail(card: Element, failure: FailureCode): void {
    this.#cards.showClicked(card, 'error');
    this.#say(card, failure);
  }

  #say(card: Element, failure: FailureCode, retryAfter?: number): void {
    this.#noted = card;
    this.#note.show(card, failure, retryAfter);
  }

  #mend(failure: FailureCode): void {
    const what = remedy(failure);
    if (what === 'microphone' || what === 'options') void sendMessage('mend', what);
    if (this.#noted === null) return;
    if (what === 'call_again') void this.#start(this.#noted, false);
    if (what === 'switch') void this.#start(this.#noted, true);
  }
}
