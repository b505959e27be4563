import type { Finder } from '../shared/page/meeting.ts';

/** What tells of a change of the address; the first not in every browser. */
const navigation = () => {
  const api: unknown = Reflect.get(globalThis, 'navigation');
  return api instanceof EventTarget ? api : null;
};

/** Calls when the page has become another one under its own hands: its address has changed, and nothing was loaded. */
export function watchRoute(finder: Finder, changed: () => void, signal: AbortSignal): void {
  let address = location.href;
  const look = () => {
    if (location.href === address) return;
    address = location.href;
    changed();
  };
  navigation()?.addEventListener('currententrychange', look, { signal });
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, look, { signal });
  // Where no event tells, what the new address shows does.
  finder.onChange(look);
}
