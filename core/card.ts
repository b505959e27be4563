import type { Conversation, Limit } from './conversation.ts';
import type { FailureCode } from './failure.ts';

/** What a card is, unless settings say otherwise. */
export const CARD_SELECTOR = '.voice-card[data-agent-id]';
/** The card's own microphone button, unless settings say otherwise. */
export const BUTTON_SELECTOR = '.voice-mic-btn';
/** How long a person must have had a button before them, or on the keyboard, to mean it; in milliseconds. */
export const LOOK_MS = 500;
/** Clicks on one card that follow within this many milliseconds count once. */
export const CLICK_GAP_MS = 500;

/**
 * All that a page may learn: the value of `data-voice-state`. `asking` waits for the person to allow
 * the conversation.
 */
export type CardState =
  | 'idle'
  | 'asking'
  | 'connecting'
  | 'listening'
  | 'speaking'
  | 'ending'
  | 'error';

/** What a content script shows on the card of one agent; no words, no address. */
export interface CardView {
  readonly agentId: string;
  readonly state: CardState;
  /** Whether it is in writing alone. */
  readonly isText?: true;
  readonly muted?: true;
  /** When it connected, in milliseconds since the epoch. */
  readonly since?: number;
  /** Why it failed, when it did. */
  readonly failure?: FailureCode;
  /** Which limit is about to end it. */
  readonly warning?: Limit;
  /** Seconds after which trying again makes sense, where the other side said so. */
  readonly retryAfter?: number;
}

type Shown = Pick<
  Conversation,
  'agentId' | 'mode' | 'phase' | 'muted' | 'connectedAt' | 'end' | 'warning'
>;

/** What its page shows of a conversation, or null when there is nothing to show any more. */
export function cardView(conversation: Shown): CardView | null {
  const { agentId, phase, end } = conversation;
  if (phase !== 'ended') return { agentId, state: phase, ...circumstances(conversation) };
  if (end?.by !== 'failure') return null;
  const { code, retryAfter } = end.failure;
  const wait = retryAfter === undefined ? {} : { retryAfter };
  return { agentId, state: 'error', failure: code, ...wait };
}

function circumstances({ mode, muted, connectedAt, warning }: Shown) {
  return {
    ...(mode === 'text' && { isText: true as const }),
    ...(muted && { muted: true as const }),
    ...(connectedAt !== undefined && { since: connectedAt }),
    ...(warning !== undefined && { warning }),
  };
}

/** What a click on a card in this state asks for. */
export function clickMeans(state: CardState): 'start' | 'end' | 'nothing' {
  if (state === 'ending') return 'nothing';
  return state === 'idle' || state === 'error' ? 'start' : 'end';
}

/** How a card's button tells its state to assistive technology and to the page's styles. */
export function buttonLook(state: CardState) {
  const live = state === 'listening' || state === 'speaking';
  return {
    recording: live,
    pressed: live,
    busy: ['asking', 'connecting', 'ending'].includes(state),
  };
}

/** Whether the microphone is open, for the toolbar badge. */
export function isMicrophoneLive({
  phase,
  mode,
  muted,
}: Pick<Conversation, 'phase' | 'mode' | 'muted'>): boolean {
  const holdsIt = ['connecting', 'listening', 'speaking'].includes(phase);
  return holdsIt && mode === 'voice' && !muted;
}
