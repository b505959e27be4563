import type { CardView } from '../../core/card.ts';
import type { Finder, LiveCard } from '../shared/page/meeting.ts';
import { t } from '../shared/text.ts';
import { Clock } from './clock.ts';
import { follow, putBeside } from './follow.ts';
import { Level } from './level.ts';
import { depict, make, makeButton } from './make.ts';
import type { Overlay } from './overlay.ts';
import { type PillLook, pillLook } from './pill-look.ts';
import type { Stop } from './tab-order.ts';

/** How many bars the level has. */
const BARS = 5;

/** What stands beside the card in conversation: its state in words, and what can be done about it. */
export class Pill {
  readonly #finder: Finder;
  readonly #overlay: Overlay;
  readonly #goHome: (card: Element) => void;
  readonly #word = make('span', 'word');
  readonly #time = make('span', 'time');
  readonly #mute = makeButton('round', '', () => this.#finder.mute(!this.#view?.muted));
  readonly #panel = makeButton('round panel', '', () => this.#finder.openPanel());
  readonly #cancel = makeButton('cancel', t('card_cancel'), () => this.#finder.end());
  readonly #end = makeButton('round end', '', () => this.#finder.end());
  readonly #buttons = [this.#mute, this.#panel, this.#cancel, this.#end];
  readonly #box: HTMLElement;
  /** Said once to those who do not see it; it stays, for only what changes in its place is heard. */
  readonly #status = make('p', 'unseen');
  readonly #clock: Clock;
  readonly #level: Level;
  #view: CardView | null = null;
  #card: Element | null = null;
  #following = new AbortController();

  /** @param goHome gives the focus back to a card's button */
  constructor(finder: Finder, overlay: Overlay, goHome: (card: Element) => void) {
    this.#finder = finder;
    this.#overlay = overlay;
    this.#goHome = goHome;
    this.#status.role = 'status';
    this.#word.ariaHidden = 'true';
    this.#time.role = 'timer';
    this.#time.ariaLabel = t('conversation_elapsed');
    const bars = Array.from({ length: BARS }, () => make('i', ''));
    const meter = make('span', 'meter', ...bars);
    this.#box = make('div', 'pill', meter, this.#word, this.#time, ...this.#buttons);
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

  /** Its buttons, with the card they are for. */
  stops(): Stop[] {
    const card = this.#card;
    return card ? this.#buttons.map((control) => ({ card, control })) : [];
  }

  show(live: LiveCard | null): void {
    const had = this.#overlay.focused();
    const before = this.#card;
    this.#view = live?.view ?? null;
    if (live) this.#describe(pillLook(live.view));
    else this.#rest();
    this.#stand(live?.card ?? null);
    const isLost = had && this.#box.contains(had) && !had.checkVisibility();
    if (isLost && before) this.#goHome(before);
  }

  #describe({ word, isVoice, isMuted, way, since }: PillLook): void {
    const text = t(`card_state_${word}`);
    // Said again, the same would be heard again.
    if (this.#status.textContent !== text) this.#status.textContent = text;
    this.#word.textContent = text;
    this.#box.dataset['state'] = word;
    this.#clock.run(since);
    this.#level.follow(isVoice);
    this.#mute.hidden = !isVoice;
    this.#panel.hidden = way === null;
    this.#cancel.hidden = way !== 'cancel';
    this.#end.hidden = way !== 'end';
    depict(this.#mute, isMuted ? 'muted' : 'microphone', t(isMuted ? 'card_unmute' : 'card_mute'));
  }

  #rest(): void {
    this.#status.textContent = '';
    this.#clock.run(undefined);
    this.#level.follow(false);
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
