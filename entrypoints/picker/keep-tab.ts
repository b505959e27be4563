/** What the keyboard can reach. */
const REACHABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** Keeps Tab within the picker: beyond it is the page, which would get the keys from there on. */
export function keepTab(event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const all = [...document.querySelectorAll<HTMLElement>(REACHABLE)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  const [first, last] = [all[0], all.at(-1)];
  const isAtEnd = document.activeElement === (event.shiftKey ? first : last);
  if (!isAtEnd) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
