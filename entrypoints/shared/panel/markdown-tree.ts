import type { Definition, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Longer answers are shown as they were written: reading them would take too long. */
const MOST = 20_000;
/** Nobody means so many containers within each other; they take a time that grows with their square. */
const NESTED = /^(?:[ \t]*(?:[>*+-]|\d+[.)])){12}/m;
/** Without any of these, a text is one paragraph. */
const MARKED = /[\\`*_[\]<>&#~=|]|[\r\n]|^\s|^\s*(?:[-+]|\d+[.)])/;

/** What a text in Markdown consists of. */
export interface Tree {
  readonly content: readonly RootContent[];
  /** Where references lead, by their identifiers. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Reads Markdown, in which HTML means nothing; null where the text is to be shown as it is. */
export function treeOf(text: string): Tree | null {
  if (!MARKED.test(text) || text.length > MOST || NESTED.test(text)) return null;
  const noHtml = { disable: { null: ['htmlFlow', 'htmlText'] } };
  const root = fromMarkdown(text, { extensions: [noHtml] });
  const definitions = new Map(
    [...definitionsIn(root)].map(({ identifier, url }) => [identifier, url]),
  );
  return { content: root.children, definitions };
}

/** A link that may be followed: https, to a host without a user's name. */
export interface SafeLink {
  readonly href: string;
  readonly host: string;
}

/** Where an address leads, if that may be followed. */
export function safeLink(address: string): SafeLink | null {
  const url = URL.parse(address);
  const isSafe = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isSafe ? { href: url.href, host: url.host } : null;
}

function* definitionsIn(node: Nodes): Generator<Definition> {
  if (node.type === 'definition') yield node;
  if ('children' in node) for (const child of node.children) yield* definitionsIn(child);
}
