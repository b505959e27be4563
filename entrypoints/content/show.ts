import { type CardState, buttonLook } from '../../core/card.ts';
import { setAttribute, setClass } from './dom.ts';

/** Shows a state on a card, or takes every trace away; this is all a page learns. */
export function showOnCard(card: Element, state: CardState | null): void {
  setAttribute(card, 'data-voice-state', state);
}

/** Shows a state on a card's button, as the guide's own script does and as assistive technology reads it. */
export function showOnButton(button: Element, state: CardState | null): void {
  const { recording, pressed, busy } = buttonLook(state ?? 'idle');
  setClass(button, 'recording', recording);
  setAttribute(button, 'aria-pressed', state === null ? null : String(pressed));
  setAttribute(button, 'aria-busy', busy ? 'true' : null);
}
