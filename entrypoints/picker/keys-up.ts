/** Puts off what is to be done until no key is down: the page around would hear the rest of a press. */
export function afterKeys(): (act: () => void) => void {
  const down = new Set<string>();
  let due: (() => void) | null = null;
  const settle = () => {
    if (down.size > 0 || due === null) return;
    // Once the event is dealt with: a browser waits for that, in a frame that may be gone by then.
    setTimeout(due);
    due = null;
  };
  const up = ({ code, key }: KeyboardEvent) => {
    down.delete(code);
    // While this one is down, a Mac does not tell that others go up.
    if (key === 'Meta') down.clear();
    settle();
  };
  window.addEventListener('keydown', ({ code }) => down.add(code), { capture: true });
  window.addEventListener('keyup', up, { capture: true });
  window.addEventListener('blur', () => {
    down.clear();
    settle();
  });
  return (act) => {
    due = act;
    settle();
  };
}
