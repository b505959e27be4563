import { contains, focus, focused, isBefore } from '../shared/page/dom.ts';

/** A control of ours, and the card it belongs to. */
export interface Stop {
  readonly card: Element;
  readonly control: HTMLElement;
}

/** Controls of ours in a row, and what stands around them on the page. */
interface Row {
  readonly before: Element | null;
  readonly after: Element | null;
  readonly controls: readonly HTMLElement[];
}

/**
 * Where Tab leads. Our controls stand at the end of the document; for those who come by keyboard,
 * they come right after the last thing on their card that can be reached.
 */
class TabOrder {
  readonly #root: ShadowRoot;
  readonly #stops: () => readonly Stop[];
  /** From where on the page a press of Tab is leading away, and in which direction. */
  #leaving: { readonly from: Element | null; readonly back: boolean } | null = null;
  #row: Row = { before: null, after: null, controls: [] };

  constructor(root: ShadowRoot, stops: () => readonly Stop[]) {
    this.#root = root;
    this.#stops = () =>
      stops().toSorted(
        (a, b) => Number(isBefore(b.card, a.card)) - Number(isBefore(a.card, b.card)),
      );
  }

  /** A key has gone down. */
  press(event: KeyboardEvent): void {
    const { key, isTrusted, shiftKey: back } = event;
    this.#leaving = null;
    if (key !== 'Tab' || !isTrusted) return;
    const own = this.#root.activeElement;
    if (own instanceof HTMLElement) return this.#step(event, own);
    const from = focused();
    this.#leaving = { from, back };
    // Past the last thing on the page comes what of ours comes after it, and nothing twice.
    const ahead = back ? [] : this.#between(from, null);
    for (const { control } of this.#stops()) control.tabIndex = ahead.includes(control) ? 0 : -1;
  }

  /** From one of ours to the next, or back to the page. */
  #step(event: KeyboardEvent, own: HTMLElement): void {
    const { before, after, controls } = this.#row;
    const all = [before, ...controls.filter((it) => it === own || isThere(it)), after];
    const next = all[all.indexOf(own) + (event.shiftKey ? -1 : 1)];
    if (!all.includes(own) || !next) return;
    event.preventDefault();
    focus(next);
  }

  /** Something of the page has the focus, or something of ours. */
  arrive(): void {
    if (this.#leaving === null) return;
    const { from, back } = this.#leaving;
    this.#leaving = null;
    const isOurs = this.#root.activeElement !== null;
    const to = isOurs ? null : focused();
    const [before, after] = back ? [to, from] : [from, to];
    const controls = this.#between(before, after);
    if (controls.length === 0) return;
    this.#row = { before, after, controls };
    const first = controls.at(back ? -1 : 0);
    if (first) focus(first);
  }

  /** Our controls whose cards end between two elements of the page; null is its beginning, or its end. */
  #between(before: Element | null, after: Element | null): HTMLElement[] {
    const inside = this.#stops().filter(
      ({ card, control }) =>
        isThere(control) &&
        (before === null || !isBefore(card, before) || contains(card, before)) &&
        (after === null || (isBefore(card, after) && !contains(card, after))),
    );
    return inside.map(({ control }) => control);
  }
}

function isThere(control: HTMLElement): boolean {
  return control.checkVisibility({ visibilityProperty: true });
}

/** Keeps it so, for as long as there is something of ours. */
export function keepTabOrder(
  root: ShadowRoot,
  stops: () => readonly Stop[],
  signal: AbortSignal,
): void {
  const order = new TabOrder(root, stops);
  window.addEventListener('keydown', (event) => order.press(event), { capture: true, signal });
  window.addEventListener('focusin', () => order.arrive(), { capture: true, signal });
}
