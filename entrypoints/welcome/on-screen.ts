import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether a person can see this page now. */
export function onScreen(): ReadonlySignal<boolean> {
  const isSeen = signal(isVisible());
  document.addEventListener('visibilitychange', () => (isSeen.value = isVisible()));
  return isSeen;
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}
