import type { CardState, CardView } from '../../../core/card.ts';
import type { Limit } from '../../../core/conversation.ts';
import type { FailureCode } from '../../../core/failure.ts';
import type { Corner, Mark } from '../../../core/mark.ts';
import type { Remedy } from '../../../core/remedy.ts';

/** A card that has no button of its own. */
export interface BareCard {
  readonly card: Element;
  readonly state: CardState;
}

/** What a person made of an element that they marked. */
export type MarkedCard = Pick<Mark, 'agentId' | 'label' | 'corner'>;

/** Who made an element a card, where its HTML does not: a person by a mark, or the site by its description. */
export type Marker = 'person' | 'site';

/** The card that is in conversation, or about to be. */
export interface LiveCard {
  readonly card: Element;
  readonly view: CardView;
}

/** What there is to be drawn on a page. */
export interface Scene {
  /** In the order of the page, the marked ones last. */
  readonly bare: readonly BareCard[];
  readonly live: LiveCard | null;
}

/** What is said beside a card: why something failed, or which limit is near. */
export type Saying = { readonly card: Element } & (
  | { readonly failure: FailureCode; readonly retryAfter?: number }
  | { readonly warning: Limit }
);

/** The script that draws, as the one that finds cards knows it. */
export interface Face {
  /** Draws this from now on. */
  show(scene: Scene): void;
  /** Says this from now on, or nothing any more. */
  say(saying: Saying | null): void;
}

/** Where a person pressed, and how. */
export interface Press {
  readonly button: Element;
  readonly event: MouseEvent;
}

/** The script that finds cards and acts, as the one that draws knows it. */
export interface Finder {
  /** Aborted when everything of ours must go. */
  readonly signal: AbortSignal;
  /** The face is here: it is given what there is to show, and all news. */
  meet(face: Face): void;
  /** The page's own button on a card. */
  buttonOn(card: Element): Element | undefined;
  /** A card, or the one that has taken its place. */
  heirOf(card: Element): Element | undefined;
  /** How the site calls a card's agent, or the person the card they marked. */
  nameOf(card: Element): string | undefined;
  /** In which corner of a card our button sits. */
  cornerOf(card: Element): Corner;
  /** Watches from now on how well a person can see the button of a card, and whether they come near it. */
  watch(button: Element, card: Element): void;
  /** A person pressed our own button on a card. */
  press(card: Element, press: Press): void;
  /** What a person asked for on the card in conversation. */
  end(): void;
  mute(muted: boolean): void;
  openPanel(): void;
  /** A person pressed the button beside an error. */
  mend(card: Element, what: Remedy, press: Press): void;
  /** These elements are cards too from now on; those told before by the same marker are none any more. */
  mark(by: Marker, cards: ReadonlyMap<Element, MarkedCard>): void;
  /** How cards are found. */
  cardSelector(): string;
  /** Cards are found in these roots too from now on, for as long as they are in the page. */
  lookInto(roots: readonly ShadowRoot[]): void;
  /** Calls in each frame before which the page has changed. */
  onChange(changed: () => void): void;
}

/** Where the scripts of a page meet, in the extension's own world, which the page cannot see. */
const PLACE = Symbol.for('voice-cards finder');

/** Takes the place, in which a former finder may stand. */
export function awaitFace(finder: Finder): void {
  Reflect.set(globalThis, PLACE, finder);
}

/** The finder that waits for a face, and for whoever finds cards that it does not. */
export function findFinder(): Finder | null {
  const found: unknown = Reflect.get(globalThis, PLACE);
  return isFinder(found) ? found : null;
}

function isFinder(value: unknown): value is Finder {
  return typeof value === 'object' && value !== null && 'meet' in value;
}
