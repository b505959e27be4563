/**
 * Keeps the keyboard's place within an element: where what it was on goes away, as a button does
 * that has done its work, it goes on in the text box. Gives back what ends this.
 */
export function keepFocus(within: HTMLElement): () => void {
  let last: EventTarget | null = null;
  const remember = ({ target }: FocusEvent) => (last = target);
  const observer = new MutationObserver(() => {
    const isLost = last instanceof Node && !last.isConnected;
    if (!isLost || document.activeElement !== document.body) return;
    last = null;
    within.querySelector('textarea')?.focus();
  });
  within.addEventListener('focusin', remember);
  observer.observe(within, { childList: true, subtree: true });
  return () => {
    within.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
