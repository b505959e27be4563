import { contains, focus, focused, isBefore } from '../shared/page/dom.ts';

/** A control of ours, and the card it belongs to. */
export interface Stop {
  readonly card: Element;
  readonly control: HTMLElement;
}

/** What stands on the page around controls of ours; null is its beginning, or its end. */
interface Around {
  readonly before: Element | null;
  readonly after: Element | null;
}

const PAGE: Around = { before: null, after: null };

/**
 * Where Tab leads. Our controls stand at the end of the document; for those who come by keyboard,
 * they come right after the last thing on their card that can be reached.
 */
class TabOrder {
  readonly #root: ShadowRoot;
  readonly #stops: () => readonly Stop[];
  /** From where on the page a press of Tab is leading away, and in which direction. */
  #leaving: { readonly from: Element | null; readonly back: boolean } | null = null;
  /** Between which elements of the page the focus came to ours. */
  #around = PAGE;

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
    const ahead = back ? [] : this.#between({ before: from, after: null });
    for (const { control } of this.#stops()) control.tabIndex = ahead.includes(control) ? 0 : -1;
  }

  /** From one of ours to the next, or back to the page. */
  #step(event: KeyboardEvent, own: HTMLElement): void {
    // Who pressed it with the mouse came from nowhere.
    const rows = [this.#around, PAGE].map((around) => {
      const { before, after } = around;
      return [before, ...this.#between(around), after];
    });
    const row = rows.find((it) => it.includes(own));
    const next = row?.[row.indexOf(own) + (event.shiftKey ? -1 : 1)];
    if (!next) return;
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
    const around = back ? { before: to, after: from } : { before: from, after: to };
    const controls = this.#between(around);
    if (controls.length === 0) return;
    this.#around = around;
    const first = controls.at(back ? -1 : 0);
    if (first) focus(first);
  }

  /** Our controls whose cards end between two elements of the page. */
  #between({ before, after }: Around): HTMLElement[] {
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
