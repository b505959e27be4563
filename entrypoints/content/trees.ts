import { findAll, isConnected } from '../shared/page/dom.ts';

type Tree = Document | ShadowRoot;

/** Where cards are looked for: the document, and shadow roots that are said to have some. */
export class Trees {
  readonly #listeners: ((tree: Tree) => void)[] = [];
  #trees: readonly Tree[] = [];

  /** Calls for each that is entered, before anything is found there. */
  onEnter(listener: (tree: Tree) => void): void {
    this.#listeners.push(listener);
  }

  /** Looks here too from now on, for as long as it is in the page; false where it already did, or cannot. */
  enter(tree: Node): boolean {
    if (!(tree instanceof Document || tree instanceof ShadowRoot)) return false;
    if (this.#trees.includes(tree)) return false;
    this.#trees = [...this.#trees, tree];
    for (const listener of this.#listeners) listener(tree);
    return true;
  }

  /** How many there are. */
  get size(): number {
    return this.#trees.length;
  }

  /** All that a selector finds, what is in the document first. */
  find(selector: string): Element[] {
    this.#trees = this.#trees.filter(isConnected);
    return this.#trees.flatMap((tree) => listed(findAll(selector, tree)));
  }
}

/** One by one, which takes a third of the time that the browser's own iterator does. */
function listed(nodes: ArrayLike<Element>): Element[] {
  const all: Element[] = [];
  for (let i = 0, node = nodes[i]; node; node = nodes[++i]) all.push(node);
  return all;
}
