import type { CardView } from '../../core/card.ts';

/** What the pill shows of a conversation. */
export interface PillLook {
  /** What to call it; a state of the card, or more exactly than that. */
  readonly word: CardView['state'] | 'muted' | 'text';
  /** Whether the microphone can be muted, and the level followed. */
  readonly isVoice: boolean;
  readonly isMuted: boolean;
  /** How it can be brought to an end. */
  readonly way: 'cancel' | 'end' | null;
  /** When it connected, in milliseconds since the epoch. */
  readonly since: number | undefined;
}

/** What the pill shows of a conversation that is not over. */
export function pillLook({ state, isText, muted, since }: CardView): PillLook {
  const talks = state === 'listening' || state === 'speaking';
  const isMuted = muted === true;
  if (!talks) return { word: state, isVoice: false, isMuted, way: WAYS[state], since: undefined };
  const spoken = state === 'listening' && isMuted ? 'muted' : state;
  return { word: isText ? 'text' : spoken, isVoice: !isText, isMuted, way: 'end', since };
}

/** How it can be brought to an end while nobody talks. */
const WAYS = {
  asking: 'cancel',
  connecting: 'cancel',
  idle: null,
  ending: null,
  error: null,
} as const;
