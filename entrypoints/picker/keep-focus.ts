/** Keeps the keyboard, which the page around may take: asks for it back, and goes on with it where it was. */
export function keepFocus(askForIt: () => void, signal: AbortSignal): void {
  let last: EventTarget | null = document.activeElement;
  const lost = () => requestAnimationFrame(() => document.hasFocus() || askForIt());
  // Given to a frame, the keyboard is on nothing in it.
  const back = () => {
    if (document.activeElement === document.body && last instanceof HTMLElement) last.focus();
  };
  document.addEventListener('focusin', ({ target }) => (last = target), { signal });
  // It goes for a moment, too, when it comes back in another way.
  window.addEventListener('blur', lost, { signal });
  window.addEventListener('focus', back, { signal });
}
