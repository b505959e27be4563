import type { CardState, CardView } from './card.ts';
import type { State, Summary } from './conversation.ts';
import type { FailureCode } from './failure.ts';
import type { Result } from './result.ts';
import type { Site } from './site.ts';
import type { CardClick, Mend } from './untrusted.ts';

/** How a page's content script finds cards and their buttons. */
export interface Selectors {
  readonly card: string;
  readonly button: string;
}

/** What a page starts with. */
export interface PageView {
  readonly selectors: Selectors;
  readonly card: CardView | null;
}

/** A card that a content script found, for the popup. */
export interface FoundCard {
  /** As the page wrote it; not checked. */
  readonly agentId: string;
  readonly state: CardState;
}

/** Where to talk to an agent: exactly one of the two. */
export type Line = { readonly signedUrl: string } | { readonly publicAgentId: string };

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

/** What the host needs to begin; it has no settings of its own. */
export interface StartOrder {
  readonly id: string;
  readonly agentId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly limits: Limits;
  /** End the conversation there is, instead of answering `busy`. */
  readonly replace: boolean;
}

/** Untrusted: any page may have taken over its content script. The tab and the address come from the sender. */
interface FromContent {
  /** A page has loaded; what should it show? */
  hello(): PageView;
  /** A person clicked a card that was idle. */
  startCard(click: CardClick): Result;
  /** A person clicked a card that was live or connecting. */
  endCard(): void;
  /** A person pressed the button beside an error that leads to where it is mended. */
  mend(where: Mend): void;
}

/** From the background, or the popup, to one page. */
interface ToContent {
  /** Show this from now on. */
  show(card: CardView | null): void;
  /** Find cards this way from now on. */
  configure(selectors: Selectors): void;
  /** Which cards are on the page? */
  cards(): FoundCard[];
  /** Voice was switched off here: remove everything. */
  leave(): void;
}

/** From the background, or from an extension page, to the conversation host. */
interface ToHost {
  start(order: StartOrder): Result;
  /** Ends the conversation; with a tab, only one that was started there. */
  end(which: Ending): void;
  /** The conversation there is or was, words included: for extension pages alone. */
  look(): State;
}

/** From the host to the background. */
interface FromHost {
  /** A window that has just opened will hold conversations from now on, and holds none yet. */
  ready(): void;
  /** Something a surface shows has changed. */
  changed(conversation: Summary): void;
  /** The microphone is granted and the line may be opened: where to? */
  mint(order: { readonly id: string; readonly agentId: string }): Result<Line>;
}

/** From options, popup and welcome to the background. */
interface FromPages {
  /** A permission prompt for this site is about to be shown and may close who asked. */
  wantSite(site: Site): void;
  enableSite(site: Site): void;
  disableSite(site: Site): void;
  /** End the running conversation. */
  endConversation(): void;
  /** The microphone has been granted: go back to the click that found it missing. */
  microphoneGranted(): void;
}

/** Every message there is, with data and answer. */
export type Messages = FromContent & ToContent & ToHost & FromHost & FromPages;

/** Who may send a message; anybody else is not heard. */
export type Sender = 'content' | 'background' | 'host' | 'page';

/** Every message with those who may send it. */
export const SENDERS: { readonly [K in keyof Messages]: readonly Sender[] } = {
  hello: ['content'],
  startCard: ['content'],
  endCard: ['content'],
  mend: ['content'],
  show: ['background'],
  configure: ['background'],
  cards: ['page'],
  leave: ['background'],
  start: ['background'],
  end: ['background'],
  look: ['background', 'page'],
  ready: ['host'],
  changed: ['host'],
  mint: ['host'],
  wantSite: ['page'],
  enableSite: ['page'],
  disableSite: ['page'],
  endConversation: ['page'],
  microphoneGranted: ['page'],
};
