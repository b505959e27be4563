import type { CardState, CardView } from './card.ts';
import type { Command } from './command.ts';
import type { Conversation, Mode, State, Summary } from './conversation.ts';
import type { Place } from './enabled.ts';
import type { FailureCode } from './failure.ts';
import type { LeaseReport, Line } from './line.ts';
import type { Anchor, Mark } from './mark.ts';
import type { AimView, PickOrder, PickerView } from './picking.ts';
import type { Answer } from './question.ts';
import type { Result } from './result.ts';
import type { SiteCard } from './site-cards.ts';
import type { CardClick, Mend } from './untrusted.ts';
import type { Wish } from './wish.ts';

/** How a page's content script finds cards and their buttons. */
export interface Selectors {
  readonly card: string;
  readonly button: string;
}

/** How a page finds cards, and when a click on one should open the panel. */
export interface PageSettings {
  readonly selectors: Selectors;
  /** Whether the panel opens with every conversation. */
  readonly opensPanel: boolean;
  /** Agents that the person has allowed here for good; for any other one the panel opens to ask. */
  readonly approved: readonly string[];
}

/** What a page starts with. */
export interface PageView extends PageSettings {
  readonly card: CardView | null;
}

/** A card that a content script found, for the popup. */
export interface FoundCard {
  /** As the page wrote it; not checked. */
  readonly agentId: string;
  /** How the person called it, where they marked it. */
  readonly label?: string | undefined;
  readonly state: CardState;
  /** Whether it has a size and a place that can be seen. */
  readonly isShown: boolean;
}

/** How a mark stands on the page it holds on, for the popup. */
export interface MarkState {
  readonly id: string;
  /** `moved` is perhaps in one of the places, and `gone` in none. */
  readonly state: 'looking' | 'found' | 'moved' | 'gone';
  /** Likely places, the likeliest first, in the words of the page. */
  readonly places: readonly string[];
}

/** After how long a conversation ends by itself, in milliseconds. */
export interface Limits {
  readonly maxLength: number;
  readonly silence: number;
}

/** Which conversation to end, and why, where it is not the person's wish. */
export interface Ending {
  readonly tabId?: number;
  readonly because?: FailureCode;
}

/** Which devices to use, and how loud; an empty id is the system's default. */
export interface Sound {
  readonly inputDeviceId: string;
  readonly outputDeviceId: string;
  /** From 0 to 1. */
  readonly volume: number;
}

/** What the host needs to begin; it has no settings of its own. */
export interface StartOrder extends Wish {
  readonly id: string;
  readonly limits: Limits;
  readonly sound: Sound;
  /** Where to, if that was asked for ahead. */
  readonly line?: Line;
  /** End the conversation there is, instead of answering `busy`. */
  readonly replace: boolean;
}

/** Untrusted: a hostile page may have taken over our script in it. The browser tells the tab and the address, by the sender. */
interface FromContent {
  /** What should this page show, which has just loaded, or heard that the settings have changed? */
  hello(isNew: boolean): PageView;
  /** Which marks may hold on this page? */
  marks(): readonly Mark[];
  /** Which cards does this page's site describe? */
  siteCards(): readonly SiteCard[];
  /** A person came near the button of a card of this agent: what a click would ask for may be asked for ahead. */
  prepare(agentId: string): void;
  /** A person clicked a card that was idle. */
  startCard(click: CardClick): Result;
  /** A person clicked a card that was live or connecting. */
  endCard(): void;
  /** A person muted or unmuted the conversation of this page. */
  muteCard(muted: boolean): void;
  /** A person asked for the panel; failed where the browser would not open it. */
  openPanel(): Result;
  /** This page has a card: may what shows it come too? */
  wantFace(): void;
  /** A person pressed the button beside an error that leads to where it is mended. */
  mend(where: Mend): void;
  /** This page is ready to have an element picked; rejects where nobody asked for that. */
  aim(): AimView;
}

/** From the background, or the popup, to one page. */
interface ToContent {
  /** Show this from now on. */
  show(card: CardView | null): void;
  /** What may show here has changed: ask for it again. */
  askAgain(): void;
  /** Which cards are on the page? */
  cards(): FoundCard[];
  /** How do the marks stand that hold here? */
  markStates(): MarkState[];
  /** What is to be known of a likely place of a mark, to have it there; null where it is gone. */
  anchorAt(place: { readonly id: string; readonly place: number }): Anchor | null;
  /** The shortcut was pressed: do as if the card in view had been clicked. */
  pressCard(): void;
}

/** From the background, or from an extension page, to the conversation host. */
interface ToHost {
  start(order: StartOrder): Result;
  /** Ends the conversation; with a tab, only one that was started there. */
  end(which: Ending): void;
  /** The conversation there is or was, words included: for extension pages alone. */
  look(): State;
  /** Does what the person asks of the conversation that runs. */
  command(what: Command): Result;
}

/** From the host to the background. */
interface FromHost {
  /** A window that has just opened will hold conversations from now on, and holds none yet. */
  ready(): void;
  /** Something a surface shows has changed. */
  changed(conversation: Summary): void;
  /** The page in which the conversation was started is gone, or another is in its place. */
  pageGone(which: { readonly tabId: number }): void;
  /** The words so far, to be kept for as long as the browser runs. */
  keep(conversation: Conversation): void;
  /** The microphone is granted and the line may be opened: where to? */
  mint(order: { readonly id: string; readonly agentId: string }): Result<Line>;
  /** A conversation goes on, or is over: how many milliseconds may it still last, if that is known? */
  reportLease(report: LeaseReport): number | null;
}

/** A conversation that a person wants to start from one of our own pages. */
export type PageWish = Pick<Wish, 'agentId' | 'tabId' | 'mode' | 'text'>;

/** From panel, options, popup and welcome to the background. */
interface FromPages {
  /** A permission prompt for this place is about to be shown and may close who asked. */
  enableSite(place: Place): void;
  disableSite(place: Place): void;
  /** Voice goes off on the site of this address, whatever made it be on there. */
  switchOff(address: string): void;
  /** The person has answered whether a conversation may start. */
  answer(given: { readonly id: string; readonly answer: Answer }): Result;
  /** Start a conversation from a page of our own, about a tab. */
  startHere(wish: PageWish): Result;
  /** Start the last conversation anew. */
  callAgain(how: { readonly mode: Mode }): Result;
  /** End the running conversation. */
  endConversation(): void;
  /** The microphone has been granted: go back to the click that found it missing. */
  microphoneGranted(): void;
  /** Switch voice on in these places, for which the permission was granted before; false where one of them has none. */
  enableGranted(places: readonly Place[]): boolean;
  /** Have the person pick an element. */
  startPicking(order: PickOrder): Result;
  /** A picker has opened, with this secret; rejects where it is not the one that was asked for. */
  beginPicking(token: string): PickerView;
}

/** Every message there is, with data and answer. */
export type Messages = FromContent & ToContent & ToHost & FromHost & FromPages;

/** Who may send a message; anybody else is not heard. */
export type Sender = 'content' | 'background' | 'host' | 'page';

type Senders<M> = { readonly [K in keyof M]: readonly Sender[] };

/** What a page's content script hears, with those who send it; the browser lets nobody but us, so that none is asked who they are. */
const TO_CONTENT: Senders<ToContent> = {
  show: ['background'],
  askAgain: ['background'],
  pressCard: ['background'],
  cards: ['background', 'page'],
  markStates: ['page'],
  anchorAt: ['page'],
};

/** What the conversation host hears, with those who may send it. */
export const TO_HOST: Senders<ToHost> = {
  start: ['background'],
  end: ['background'],
  look: ['background', 'page'],
  command: ['background', 'page'],
};

/** What the background hears, with those who may send it. */
export const TO_BACKGROUND: Senders<FromContent & FromHost & FromPages> = {
  hello: ['content'],
  marks: ['content'],
  siteCards: ['content'],
  prepare: ['content'],
  startCard: ['content'],
  endCard: ['content'],
  muteCard: ['content'],
  openPanel: ['content'],
  wantFace: ['content'],
  mend: ['content'],
  aim: ['content'],
  ready: ['host'],
  changed: ['host'],
  keep: ['host'],
  pageGone: ['host'],
  mint: ['host'],
  reportLease: ['host'],
  answer: ['page', 'host'],
  startHere: ['page', 'host'],
  callAgain: ['page', 'host'],
  enableSite: ['page'],
  disableSite: ['page'],
  switchOff: ['page'],
  endConversation: ['page'],
  microphoneGranted: ['page'],
  enableGranted: ['page'],
  startPicking: ['page'],
  beginPicking: ['page'],
};

/** Every message with those who may send it; a context loads its own part alone. */
export const SENDERS: Senders<Messages> = /* @__PURE__ */ Object.assign(
  {},
  TO_CONTENT,
  TO_HOST,
  TO_BACKGROUND,
);
