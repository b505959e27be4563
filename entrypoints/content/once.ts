/** In the extension's own world, which the page cannot see. */
const RUNNING = Symbol.for('voice-cards');

/** What ends this script, or null where it runs already: it may be injected again at any time. */
export function once(): AbortController | null {
  if (Reflect.has(globalThis, RUNNING)) return null;
  const running = new AbortController();
  Reflect.set(globalThis, RUNNING, true);
  running.signal.addEventListener('abort', () => Reflect.deleteProperty(globalThis, RUNNING));
  return running;
}
