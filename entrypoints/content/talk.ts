import { isAgentId } from '../../core/agent-id.ts';
import { type CardView, clickMeans } from '../../core/card.ts';
import { type FailureCode, type Remedy, failure, remedy } from '../../core/failure.ts';
import { type Result, failed } from '../../core/result.ts';
import { Lifeline, PAGE_LINE } from '../shared/lifeline.ts';
import { sendMessage } from '../shared/messaging.ts';
import { failureText, t } from '../shared/text.ts';
import { type Cards, agentOf } from './cards.ts';
import { Note } from './note.ts';

/** What a click on a card does, and what the page is told of it. */
export class Talk {
  readonly #cards: Cards;
  readonly #note: Note;
  readonly #lifeline: Lifeline;
  readonly #stop: AbortController;
  /** What the conversation last gave to be told. */
  #news = '/';

  /** @param stop ends the script, as it must when the extension is gone */
  constructor(cards: Cards, stop: AbortController) {
    this.#cards = cards;
    this.#stop = stop;
    this.#note = new Note(stop.signal);
    this.#lifeline = new Lifeline(PAGE_LINE, () => stop.abort());
    stop.signal.addEventListener('abort', () => this.#lifeline.hold(false));
  }

  /** A person clicked a card's button. */
  readonly clicked = (card: Element): void => {
    const wish = clickMeans(this.#cards.stateOf(card));
    if (wish === 'end') this.#end();
    if (wish === 'start') void this.#start(card, false);
  };

  /** The conversation of this tab has changed. */
  show(view: CardView | null): void {
    this.#cards.show(view);
    this.#lifeline.hold(view !== null && view.state !== 'error');
    const news = [view?.failure, view?.warning].join('/');
    // Each change of the conversation comes by here; a note that was read or dismissed stays so.
    if (news === this.#news) return;
    this.#news = news;
    this.#note.hide();
    const card = this.#cards.live();
    if (card === undefined) return;
    if (view?.failure) this.#explain(card, view.failure, view.retryAfter);
    if (view?.warning) this.#note.show(card, t(`warning_${view.warning}`));
  }

  #end(): void {
    this.#cards.forgetClicked();
    sendMessage('endCard').catch(() => this.#unanswered());
  }

  async #start(card: Element, replace: boolean): Promise<void> {
    this.#note.hide();
    const agentId = agentOf(card);
    if (!isAgentId(agentId)) return this.#fail(card, 'agent_id_invalid');
    this.#cards.showClicked(card, 'connecting');
    const click = sendMessage('startCard', {
      agentId,
      replace,
      isDoubtful: false,
      panel: true,
      attributes: {},
    });
    const answer = await click.catch(() => this.#unanswered());
    if (!answer.ok) this.#fail(card, answer.failure.code);
  }

  /** An extension that was reloaded or removed leaves this script behind, with nobody to talk to. */
  #unanswered(): Result<never> {
    if (!chrome.runtime?.id) this.#stop.abort();
    return failed(failure('unexpected'));
  }

  #fail(card: Element, code: FailureCode): void {
    if (this.#stop.signal.aborted) return;
    this.#cards.showClicked(card, 'error');
    this.#explain(card, code);
  }

  #explain(card: Element, code: FailureCode, retryAfter?: number): void {
    const what = remedy(code);
    const act = () => this.#mend(card, what);
    const action = what === 'none' ? null : { label: t(`mend_${what}`), act };
    this.#note.show(card, failureText(code, retryAfter), action);
  }

  #mend(card: Element, what: Remedy): void {
    if (what === 'microphone' || what === 'options') void sendMessage('mend', what);
    if (what === 'call_again') void this.#start(card, false);
    if (what === 'switch') void this.#start(card, true);
  }
}
