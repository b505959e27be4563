/** In the extension's own world, which the page cannot see. */
const RUNNING = Symbol.for('voice-cards');

/**
 * What ends this script. It may be injected again at any time, by a new version of the extension too:
 * the newest takes over, and the one before cleans up after itself.
 */
export function takeOver(): AbortController {
  const before: unknown = Reflect.get(globalThis, RUNNING);
  if (before instanceof AbortController) before.abort();
  const running = new AbortController();
  Reflect.set(globalThis, RUNNING, running);
  return running;
}
