import type { Nodes, RootContent } from 'mdast';
import type { ComponentChildren } from 'preact';
import { t } from '../text.ts';
import { type Tree, safeLink, treeOf } from './markdown-tree.ts';

interface Props {
  readonly text: string;
  /** What comes after it. */
  readonly rest: ComponentChildren;
}

/** What an agent says, with its Markdown: never HTML, no picture, and every link with its host. */
export function Markdown({ text, rest }: Props) {
  const tree = treeOf(text);
  if (tree === null) {
    return (
      <p class="as-written">
        {text}
        {rest}
      </p>
    );
  }
  return (
    <>
      {all(tree.content, tree)}
      {rest}
    </>
  );
}

type Definitions = Pick<Tree, 'definitions'>;

function all(nodes: readonly RootContent[], tree: Definitions): ComponentChildren {
  return nodes.map((node) => drawn(node, tree));
}

function drawn(node: RootContent, tree: Definitions): ComponentChildren {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'emphasis':
      return <em>{all(node.children, tree)}</em>;
    case 'strong':
      return <strong>{all(node.children, tree)}</strong>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    default:
      return leading(node, tree);
  }
}

/** What leads elsewhere. */
function leading(node: RootContent, tree: Definitions): ComponentChildren {
  switch (node.type) {
    case 'link':
      return <Link url={node.url}>{all(node.children, tree)}</Link>;
    case 'linkReference':
      return <Link url={tree.definitions.get(node.identifier)}>{all(node.children, tree)}</Link>;
    case 'image':
      return <Picture url={node.url} alt={node.alt} />;
    case 'imageReference':
      return <Picture url={tree.definitions.get(node.identifier)} alt={node.alt} />;
    case 'definition':
      return null;
    default:
      return block(node, tree);
  }
}

function block(node: RootContent, tree: Definitions): ComponentChildren {
  switch (node.type) {
    case 'paragraph':
      return <p>{all(node.children, tree)}</p>;
    case 'heading': {
      const Heading = node.depth < 3 ? 'h3' : 'h4';
      return <Heading>{all(node.children, tree)}</Heading>;
    }
    case 'blockquote':
      return <blockquote>{all(node.children, tree)}</blockquote>;
    case 'thematicBreak':
      return <hr />;
    case 'code':
      return <Code>{node.value}</Code>;
    default:
      return list(node, tree);
  }
}

function list(node: RootContent, tree: Definitions): ComponentChildren {
  if (node.type === 'listItem') return <li>{all(node.children, tree)}</li>;
  if (node.type !== 'list') return <p>{words(node)}</p>;
  const items = all(node.children, tree);
  return node.ordered ? <ol start={node.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
}

/** Long lines are scrolled to, by keyboard too. */
function Code({ children }: { readonly children: string }) {
  return (
    <pre tabIndex={0}>
      <code dir="ltr">{children}</code>
    </pre>
  );
}

/** What is written in a node of a kind that is not drawn. */
function words(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(words).join('') : '';
}

interface LinkProps {
  readonly url: string | undefined;
  readonly children: ComponentChildren;
}

function Link({ url, children }: LinkProps) {
  const safe = safeLink(url ?? '');
  if (safe === null) return <>{children}</>;
  return (
    <>
      <a href={safe.href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
      <Host>{safe.host}</Host>
    </>
  );
}

interface PictureProps {
  readonly url: string | undefined;
  readonly alt?: string | null | undefined;
}

/** Only what a picture is said to show: looking at it would tell its host who is talking here. */
function Picture({ url, alt }: PictureProps) {
  const safe = safeLink(url ?? '');
  return (
    <>
      {t('said_picture', [alt ?? ''])}
      {safe && <Host>{safe.host}</Host>}
    </>
  );
}

function Host({ children }: { readonly children: string }) {
  return (
    <bdi class="host" dir="ltr">
      {' '}
      ({children})
    </bdi>
  );
}
