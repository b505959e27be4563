/** What makes an element a card, or a card another one, and what we show: an old script may sweep it away. */
const ATTRIBUTES = ['class', 'data-agent-id', 'data-voice-state'];

/** What brings something above all else, or takes it back, without changing the document. */
const RISES = ['toggle', 'fullscreenchange'];

/** Calls once per frame at most, and only in frames before which the document has changed. */
export function watchDocument(changed: () => void, signal: AbortSignal): void {
  let due = false;
  const run = () => {
    due = false;
    if (!signal.aborted) changed();
  };
  const plan = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(run);
  };
  const observer = new MutationObserver(plan);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ATTRIBUTES });
  for (const type of RISES) window.addEventListener(type, plan, { capture: true, signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
