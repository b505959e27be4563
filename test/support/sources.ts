import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** The rooms that hold source code; tests are none of them. */
const ROOMS = ['core', 'entrypoints', 'server', 'scripts'] as const;

/** A source file as the structure test looks at it. */
export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  /** Files of this repository that it imports, resolved; packages by their name. */
  readonly imports: readonly string[];
  /** Lengths of its functions, in lines. */
  readonly functions: readonly { name: string; lines: number }[];
  readonly text: string;
}

/** Every source file of the given rooms. */
export function readSources(rooms: readonly string[] = ROOMS): Source[] {
  return rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|js)$/.test(name))
      .map((name) => readSource(join(room, name))),
  );
}

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
    ),
  ];
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    imports: specifiers.map((specifier) => resolveImport(path, specifier)),
    functions: functionsOf(program, text),
  };
}

function resolveImport(path: string, specifier: string): string {
  return specifier.startsWith('.') ? join(path, '..', specifier.replace(/\?.*$/, '')) : specifier;
}

/** A node of the syntax tree, as far as it matters here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: unknown;
  readonly id?: { readonly name?: string } | null;
}

function functionsOf(program: unknown, text: string): Source['functions'] {
  return [...nodes(program)].filter(isFunction).map((node) => ({
    name: `${node.id?.name ?? 'function'} at line ${lineAt(text, node.start)}`,
    lines: lineAt(text, node.end) - lineAt(text, node.start) + 1,
  }));
}

function* nodes(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const child of Object.values(value)) yield* nodes(child);
}

function isNode(value: object): value is Node {
  return 'type' in value && 'start' in value && 'end' in value;
}

/** Functions with a block for a body; a one-line arrow is an expression. */
function isFunction({ type, body }: Node): boolean {
  const isArrow = type === 'ArrowFunctionExpression';
  const hasBlock =
    typeof body === 'object' &&
    body !== null &&
    isNode(body) &&
    /Block|FunctionBody/.test(body.type);
  return hasBlock && (isArrow || type === 'FunctionDeclaration' || type === 'FunctionExpression');
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
