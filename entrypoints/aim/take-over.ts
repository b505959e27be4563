/** In the extension's own world, which the page cannot see. */
const AIMING = Symbol.for('voice-cards aim');

/** What ends this picking. Another one may be asked for at any time: it takes over. */
export function takeOver(): AbortController {
  const before: unknown = Reflect.get(globalThis, AIMING);
  if (before instanceof AbortController) before.abort();
  const aiming = new AbortController();
  Reflect.set(globalThis, AIMING, aiming);
  return aiming;
}
