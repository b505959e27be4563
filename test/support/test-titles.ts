import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** A node of the syntax tree, as far as it matters here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly value?: unknown;
  readonly callee?: Node;
  readonly object?: Node;
  readonly arguments?: readonly Node[];
}

/** The titles of a file's tests, without those around them: as they are written, a template with its backticks. */
export function titlesIn(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const { program } = parseSync(path, text);
  return [...nodes(program)]
    .filter(({ type, callee }) => type === 'CallExpression' && isTest(callee))
    .flatMap(({ arguments: [title] = [] }) => {
      if (title?.type === 'TemplateLiteral') return [text.slice(title.start, title.end)];
      return typeof title?.value === 'string' ? [title.value] : [];
    });
}

/** `test`, `it`, and what is called by way of them, as in `test.each(…)`; not `test.describe`. */
function isTest(callee: Node | undefined): boolean {
  if (callee === undefined) return false;
  if (callee.type === 'CallExpression') return isTest(callee.callee);
  if (callee.type === 'MemberExpression') return isEach(callee) && isTest(callee.object);
  return callee.name === 'test' || callee.name === 'it';
}

function isEach(member: Node): boolean {
  const property: unknown = Reflect.get(member, 'property');
  return isNode(property) && property.name === 'each';
}

function* nodes(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const child of Object.values(value)) yield* nodes(child);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
