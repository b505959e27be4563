/** What makes an element a card, or a card another one, and what we show: an old script may sweep it away. */
const ATTRIBUTES = ['class', 'data-agent-id', 'data-voice-state'];

/** Calls once per frame at most, and only in frames before which the document has changed. */
export function watchDocument(changed: () => void, signal: AbortSignal): void {
  let due = false;
  const run = () => {
    due = false;
    if (!signal.aborted) changed();
  };
  const observer = new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(run);
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ATTRIBUTES });
  signal.addEventListener('abort', () => observer.disconnect());
}
