import { onMessage } from '../shared/page/messaging.ts';
import type { Marks } from './marks.ts';

/** Tells the popup how the marks stand, and does what it asks. */
export function hearPopup(marks: Marks, signal: AbortSignal): void {
  onMessage('markStates', () => marks.states(), signal);
  onMessage('anchorAt', ({ id, place }) => marks.anchorAt(id, place), signal);
}
