/** What the target is known by while a page is edited; taken off before anybody looks for it. */
const TARGET = 'bench-target';

type Side = 'before' | 'after' | 'first in' | 'last in';

const PLACES = {
  before: 'beforebegin',
  after: 'afterend',
  'first in': 'afterbegin',
  'last in': 'beforeend',
} as const;

/** Edits a page as a developer might have, and knows which element of it is the target. */
export class Editor {
  /** @param target a selector of the target, as the page is now */
  constructor(target: string) {
    const found = this.all(target);
    const [only] = found;
    if (!only || found.length !== 1) throw new Error(`${found.length} elements are ${target}`);
    giveTarget(only);
  }

  /** The page as it is now, with the target known in it. */
  get html(): string {
    const { lang } = document.documentElement;
    const inner = document.documentElement.getHTML({ serializableShadowRoots: true });
    return `<!doctype html><html lang="${lang}">${inner}</html>`;
  }

  /** The elements that a selector finds, `>>>` leading into shadow roots; there must be one at least. */
  all(selector: string): Element[] {
    const found = piercing(selector);
    if (found.length === 0) throw new Error(`nothing is ${selector}`);
    return found;
  }

  /** The first that a selector finds. */
  one(selector: string): Element {
    const [first] = this.all(selector);
    if (!first) throw new Error(selector);
    return first;
  }

  /** Renames classes everywhere, each in the same way. */
  classes(old: RegExp, name: (was: string) => string): void {
    for (const element of this.all('[class]')) {
      const names = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
      element.setAttribute(
        'class',
        names.map((was) => (old.test(was) ? name(was) : was)).join(' '),
      );
    }
  }

  /** Replaces texts and what they stand for in labels; each must be there. */
  words(words: Readonly<Record<string, string>>): void {
    for (const [was, is] of Object.entries(words)) {
      const count = this.#inTexts(was, is) + this.#inLabels(was, is);
      if (count === 0) throw new Error(`nothing says "${was}"`);
    }
  }

  /** Puts HTML beside or into what a selector finds first. */
  insert(html: string, side: Side, selector: string): void {
    this.one(selector).insertAdjacentHTML(PLACES[side], html);
  }

  /** Moves what a selector finds first. */
  move(what: string, side: Side, selector: string): void {
    this.one(selector).insertAdjacentElement(PLACES[side], this.one(what));
  }

  /** Puts a copy of what a selector finds first. */
  copy(what: string, side: Side, selector: string): Element {
    const copy = document.importNode(this.one(what), true);
    for (const it of [copy, ...copy.querySelectorAll('*')]) it.removeAttribute(TARGET);
    this.one(selector).insertAdjacentElement(PLACES[side], copy);
    return copy;
  }

  /** Puts everything that a selector finds into one new element, where the first was. */
  wrap(selector: string, html: string): void {
    const inner = this.all(selector);
    inner[0]?.insertAdjacentHTML('beforebegin', html);
    const outer = inner[0]?.previousElementSibling;
    if (!outer) throw new Error(html);
    let innermost = outer;
    while (innermost.firstElementChild) innermost = innermost.firstElementChild;
    innermost.append(...inner);
  }

  /** Puts each thing that a selector finds into a new element of its own. */
  wrapEach(selector: string, html: string): void {
    for (const [i, element] of this.all(selector).entries()) {
      element.setAttribute('bench-wrapped', String(i));
      this.wrap(`[bench-wrapped="${i}"]`, html);
      element.removeAttribute('bench-wrapped');
    }
  }

  /** Takes an element out, and leaves what is in it. */
  unwrap(selector: string): void {
    for (const element of this.all(selector)) element.replaceWith(...element.childNodes);
  }

  /** Makes elements others: same attributes, same content. */
  retag(selector: string, tag: string): void {
    for (const element of this.all(selector)) {
      const other = document.createElement(tag);
      for (const { name, value } of element.attributes) other.setAttribute(name, value);
      other.append(...element.childNodes);
      element.replaceWith(other);
    }
  }

  /** Sets an attribute, or removes it. */
  set(selector: string, name: string, value: string | null): void {
    for (const element of this.all(selector)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }

  /** Removes everything that a selector finds. */
  remove(selector: string): void {
    for (const element of this.all(selector)) element.remove();
  }

  /** Replaces what is in the first that a selector finds. */
  fill(selector: string, html: string): void {
    this.one(selector).innerHTML = html;
  }

  #inTexts(was: string, is: string): number {
    return trees().reduce((sum, tree) => sum + replaceIn(tree, was, is), 0);
  }

  #inLabels(was: string, is: string): number {
    const names = ['aria-label', 'alt', 'title', 'placeholder'];
    const labelled = [...document.querySelectorAll(names.map((name) => `[${name}]`).join())];
    return labelled
      .flatMap((element) => names.map((name) => [element, name] as const))
      .filter(([element, name]) => element.getAttribute(name)?.includes(was))
      .map(([element, name]) =>
        element.setAttribute(name, (element.getAttribute(name) ?? '').replaceAll(was, is)),
      ).length;
  }
}

function piercing(selector: string): Element[] {
  const [first = '', ...rest] = selector.split(' >>> ');
  return rest.reduce(
    (hosts, inner) =>
      hosts.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll(inner) ?? [])]),
    [...document.querySelectorAll(first)],
  );
}

function replaceIn(tree: Document | ShadowRoot, was: string, is: string): number {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').replaceAll(/\s+/g, ' ');
    if (!text.includes(was)) continue;
    node.nodeValue = text.replaceAll(was, is);
    count += 1;
  }
  return count;
}

/** Every tree of the page: the document, and the open shadow roots in it. */
function trees(within: Document | ShadowRoot = document): (Document | ShadowRoot)[] {
  const roots = [...within.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [within, ...roots.flatMap((root) => trees(root))];
}

/** Makes an element known as the target. */
export function giveTarget(element: Element): void {
  element.setAttribute(TARGET, '');
}

/** The target of a page that was edited, if it is still there; it is not known by anything any more. */
export function takeTarget(): Element | null {
  const [target = null] = trees().flatMap((tree) => tree.querySelector(`[${TARGET}]`) ?? []);
  target?.removeAttribute(TARGET);
  return target;
}

/** A name as a tool makes it up: always the same for the same name and salt. */
export function hashed(name: string, salt: string, length = 6): string {
  let hash = 2_166_136_261;
  for (const letter of name + salt) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  const digits = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let made = '';
  for (let i = 0; i < length; i++) {
    hash = Math.imul(hash ^ (hash >>> 13), 1_540_483_477) >>> 0;
    made += digits[hash % 62] ?? '';
  }
  return made;
}
