import { isVeiled } from '../../entrypoints/content/cover.ts';
import { isDisguised } from '../../entrypoints/content/disguise.ts';
import { place } from '../../entrypoints/shared/page/dom.ts';

/** By what the button of a card is seen to be covered, where the browser does not tell. */
function catchOf(nth: number): string {
  const button = document.querySelectorAll('.voice-mic-btn')[nth];
  if (!button) throw new Error('There is no such card.');
  const { left, top, width, height } = place(button);
  if (isDisguised(button)) return 'the styles around it';
  return isVeiled(button, left + width / 2, top + height / 2)
    ? 'what lies at the point'
    : 'nothing';
}

declare global {
  interface Window {
    eyes: { catchOf: typeof catchOf };
  }
}
window.eyes = { catchOf };
