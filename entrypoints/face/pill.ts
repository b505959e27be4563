import type { CardView } from '../../core/card.ts';
import type { Finder, LiveCard } from '../shared/page/meeting.ts';
import { t } from '../shared/text.ts';
import { Clock } from './clock.ts';
import { follow, putBeside } from './follow.ts';
import { Level } from './level.ts';
import { depict, make, makeButton } from './make.ts';
import type { Overlay } from './overlay.ts';

/** How many bars the level has. */
const BARS = 5;

/** What stands beside the card in conversation: its state in words, and what can be done about it. */
export class Pill {
  readonly #finder: Finder;
  readonly #word = make('span', 'word');
  readonly #time = make('span', 'time');
  readonly #mute = makeButton('round', '', () => this.#finder.mute(!this.#view?.muted));
  readonly #panel = makeButton('round', '', () => this.#finder.openPanel());
  readonly #cancel = makeButton('cancel', t('card_cancel'), () => this.#finder.end());
  readonly #end = makeButton('round end', '', () => this.#finder.end());
  readonly #box: HTMLElement;
  /** Said once to those who do not see it; it stays, for only what changes in its place is heard. */
  readonly #status = make('p', 'unseen');
  readonly #clock: Clock;
  readonly #level: Level;
  #view: CardView | null = null;
  #card: Element | null = null;
  #following = new AbortController();

  constructor(finder: Finder, overlay: Overlay) {
    this.#finder = finder;
    this.#status.role = 'status';
    this.#word.ariaHidden = 'true';
    this.#time.role = 'timer';
    this.#time.ariaLabel = t('conversation_elapsed');
    const bars = Array.from({ length: BARS }, () => make('i', ''));
    const buttons = [this.#mute, this.#panel, this.#cancel, this.#end];
    const meter = make('span', 'meter', ...bars);
    this.#box = make('div', 'pill', meter, this.#word, this.#time, ...buttons);
    this.#box.role = 'group';
    this.#box.ariaLabel = t('card_conversation');
    this.#box.hidden = true;
    overlay.root.append(this.#status, this.#box);
    this.#clock = new Clock(this.#time, finder.signal);
    this.#level = new Level(
      (level) => this.#box.style.setProperty('--level', String(level)),
      finder.signal,
    );
    depict(this.#panel, 'panel', t('card_open_panel'));
    depict(this.#end, 'end', t('card_button_end'));
    finder.signal.addEventListener('abort', () => this.#following.abort());
  }

  /** The card it stands beside, and what a note is to stand beside then. */
  boxOn(card: Element): HTMLElement | undefined {
    return card === this.#card ? this.#box : undefined;
  }

  show(live: LiveCard | null): void {
    this.#view = live?.view ?? null;
    this.#describe(this.#view);
    this.#stand(live?.card ?? null);
  }

  #describe(view: CardView | null): void {
    const word = view ? wordFor(view) : '';
    if (this.#status.textContent !== word) this.#status.textContent = word;
    this.#word.textContent = word;
    const talks = view?.state === 'listening' || view?.state === 'speaking';
    const isVoice = talks && !view.isText;
    this.#clock.run(talks ? view.since : undefined);
    this.#level.follow(isVoice);
    this.#box.dataset['state'] = view?.muted ? 'muted' : (view?.state ?? '');
    this.#mute.hidden = !isVoice;
    this.#panel.hidden = view?.state === 'ending';
    this.#cancel.hidden = view?.state !== 'connecting' && view?.state !== 'asking';
    this.#end.hidden = !talks;
    const muted = view?.muted === true;
    depict(this.#mute, muted ? 'muted' : 'microphone', t(muted ? 'card_unmute' : 'card_mute'));
  }

  #stand(card: Element | null): void {
    const put = () => card && void putBeside(card, this.#box, 'bottom');
    if (card === this.#card) return void put();
    this.#card = card;
    this.#following.abort();
    this.#following = new AbortController();
    this.#box.hidden = card === null;
    if (card) follow(card, put, { floating: this.#box, signal: this.#following.signal });
  }
}

function wordFor({ state, muted, isText }: CardView): string {
  const talks = state === 'listening' || state === 'speaking';
  if (talks && isText) return t('card_state_text');
  if (state === 'listening' && muted) return t('card_state_muted');
  return t(`card_state_${state}`);
}
