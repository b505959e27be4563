import { isAgentId } from '../../core/agent-id.ts';
import { type CardView, clickMeans } from '../../core/card.ts';
import type { Failure, FailureCode } from '../../core/failure.ts';
import type { Remedy } from '../../core/remedy.ts';
import type { PageSettings } from '../../core/messages.ts';
import type { Result } from '../../core/result.ts';
import { Lifeline, PAGE_LINE } from '../shared/lifeline.ts';
import { sendMessage } from '../shared/page/messaging.ts';
import type { Saying } from '../shared/page/meeting.ts';
import { attributesOf } from './attributes.ts';
import type { Cards } from './cards.ts';
import { cardInView } from './in-view.ts';
import { agentOf } from './marked.ts';
import type { Stage } from './stage.ts';

/** What a click on a card does, and what the page is told of it. */
export class Talk {
  readonly #cards: Cards;
  readonly #stage: Stage;
  readonly #lifeline: Lifeline;
  readonly #stop: AbortController;
  #settings: Pick<PageSettings, 'opensPanel' | 'approved'> = { opensPanel: false, approved: [] };
  /** What the conversation last gave to be told. */
  #news = '/';

  /** @param stop ends the script, as it must when the extension is gone */
  constructor(cards: Cards, stage: Stage, stop: AbortController) {
    this.#cards = cards;
    this.#stage = stage;
    this.#stop = stop;
    this.#lifeline = new Lifeline(PAGE_LINE, () => stop.abort());
    stop.signal.addEventListener('abort', () => this.#lifeline.hold(false));
  }

  /** What a click leads to follows these from now on. */
  configure(settings: PageSettings): void {
    this.#settings = settings;
    this.#cards.configure(settings.selectors);
  }

  /** A person is near a card's button: what a click would begin with may be made ready. */
  prepare(card: Element): void {
    const agentId = agentOf(card);
    const isApproved = this.#settings.approved.includes(agentId);
    if (isApproved) sendMessage('prepare', agentId).catch(() => this.#unanswered());
  }

  /** A person pressed a card's button, and may not have meant it. */
  press(card: Element, isDoubtful: boolean): void {
    const wish = clickMeans(this.#cards.stateOf(card));
    if (wish === 'end') this.end();
    if (wish === 'start') void this.#start(card, { replace: false, isDoubtful });
  }

  /** The shortcut was pressed, as no page can do. */
  pressInView(): void {
    const cards = this.#cards.all();
    const inTalk = cards.find((each) => clickMeans(this.#cards.shownOn(each)) === 'end');
    const card = inTalk ?? cardInView(cards);
    if (card) this.press(card, false);
  }

  /** The conversation of this tab has changed. */
  show(view: CardView | null): void {
    this.#cards.show(view);
    this.#lifeline.hold(view !== null && view.state !== 'error');
    const news = [view?.failure, view?.warning].join('/');
    // Each change of the conversation comes by here; a note that was read or dismissed stays so.
    if (news === this.#news) return;
    this.#news = news;
    const card = this.#cards.live();
    this.#stage.say(card && view ? sayingOf(card, view) : null);
  }

  /** A person ends the conversation. */
  end(): void {
    this.#cards.forgetClicked();
    sendMessage('endCard').catch(() => this.#unanswered());
  }

  /** A person mutes the microphone, or unmutes it. */
  mute(muted: boolean): void {
    sendMessage('muteCard', muted).catch(() => this.#unanswered());
  }

  /** A person asks for the panel: in the very task of their click, or the browser refuses. */
  openPanel(): void {
    const opening = sendMessage('openPanel').catch(() => this.#unanswered());
    void opening.then((answer) => {
      const card = this.#cards.live();
      if (!answer.ok && card) this.#stage.say({ card, failure: answer.failure.code });
    });
  }

  /** A person pressed the button beside an error, and may not have meant it. */
  mend(card: Element, what: Remedy, isDoubtful: boolean): void {
    const replace = what === 'switch';
    if (replace || what === 'call_again') void this.#start(card, { replace, isDoubtful });
    else if (what !== 'none') sendMessage('mend', what).catch(() => this.#unanswered());
  }

  async #start(card: Element, how: { replace: boolean; isDoubtful: boolean }): Promise<void> {
    this.#stage.say(null);
    const agentId = agentOf(card);
    if (!isAgentId(agentId)) return this.#fail(card, { code: 'agent_id_invalid' });
    const { opensPanel, approved } = this.#settings;
    const panel = opensPanel || how.isDoubtful || !approved.includes(agentId);
    const attributes = attributesOf(card);
    // First of all: the browser opens the panel for as long as the click lasts.
    const click = sendMessage('startCard', { agentId, ...how, panel, attributes });
    this.#cards.showClicked({ card, state: 'connecting' });
    const answer = await click.catch(() => this.#unanswered());
    if (!answer.ok) this.#fail(card, answer.failure);
  }

  /** An extension that was reloaded or removed leaves this script behind, with nobody to talk to. */
  #unanswered(): Result<never> {
    if (!chrome.runtime?.id) this.#stop.abort();
    return { ok: false, failure: { code: 'unexpected' } };
  }

  #fail(card: Element, { code: failure, retryAfter }: Failure): void {
    if (this.#stop.signal.aborted) return;
    this.#cards.showClicked({ card, state: 'error', failure });
    this.#stage.say(failed(card, failure, retryAfter));
  }
}

function failed(card: Element, failure: FailureCode, retryAfter: number | undefined): Saying {
  return { card, failure, ...(retryAfter !== undefined && { retryAfter }) };
}

function sayingOf(card: Element, { failure, retryAfter, warning }: CardView): Saying | null {
  if (failure) return failed(card, failure, retryAfter);
  return warning ? { card, warning } : null;
}
