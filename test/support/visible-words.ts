import { parseSync } from 'vite';

/** Attributes, and properties of our own components, whose value a person sees or hears. */
const SEEN =
  /^(alt|title|label|hint|about|placeholder|aria-?(label|description|placeholder|roledescription|valuetext))$/i;
/** Properties of an element that are its text. */
const TEXT = /^(textContent|innerText|nodeValue)$/;
/** Calls that show what they are given, by the first argument that is shown. */
const SHOWING: Readonly<Record<string, number>> = {
  append: 0,
  prepend: 0,
  replaceChildren: 0,
  createTextNode: 0,
  showPage: 0,
  makeButton: 1,
  make: 2,
  depict: 2,
};

/** The parts of an expression that it may come to. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  TemplateLiteral: ['quasis'],
  JSXExpressionContainer: ['expression'],
  ConditionalExpression: ['consequent', 'alternate'],
  LogicalExpression: ['left', 'right'],
  BinaryExpression: ['left', 'right'],
};

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** What stands in a source file as words and would be shown as it is, in whichever language. */
export function visibleWords(path: string, text: string): string[] {
  if (path.endsWith('.css')) return inStyles(text);
  if (path.endsWith('.html')) return inHtml(text);
  return [...inCode(parseSync(path, text).program), ...inStyles(text)].filter(isWords);
}

function inStyles(text: string): string[] {
  return [...text.matchAll(/\bcontent: '(.*?)'/g)].map(([, shown]) => shown ?? '').filter(isWords);
}

/** A page's title is the product's name until the page has words of its own. */
function inHtml(text: string): string[] {
  const rest = text.replace('<title>Voice Cards</title>', '');
  const attributes = [...rest.matchAll(/\s([\w-]+)="(.*?)"/g)].filter(([, name]) => isSeen(name));
  return [
    ...attributes.map(([, , value]) => value ?? ''),
    ...rest.split(/<[^>]*>/).map((between) => between.trim()),
  ].filter(isWords);
}

function* inCode(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield* SHOWN_BY[value.type]?.(value) ?? [];
  for (const child of Object.values(value)) yield* inCode(child);
}

/** What is shown by each kind of place in which words may stand. */
const SHOWN_BY: Readonly<Record<string, (node: Node) => string[]>> = {
  JSXText: (node) => [String(node['value']).trim()],
  JSXElement: (node) => literals(node['children']),
  JSXFragment: (node) => literals(node['children']),
  JSXAttribute: (node) => (isSeen(nameOf(node['name'])) ? literals(node['value']) : []),
  Property: (node) => (isSeen(nameOf(node['key'])) ? literals(node['value']) : []),
  AssignmentExpression(node) {
    const name = nameOf(node['left']);
    return isSeen(name) || TEXT.test(name) ? literals(node['right']) : [];
  },
  CallExpression: (node) => shownByCall(nameOf(node['callee']), node['arguments']),
};

function shownByCall(name: string, given: unknown): string[] {
  if (!Array.isArray(given)) return [];
  if (name === 'setAttribute') return given.some((it) => isSeen(wordIn(it))) ? literals(given) : [];
  const first = SHOWING[name];
  return first === undefined ? [] : literals(given.slice(first));
}

/** The strings that an expression may come to, as far as they are written there. */
function literals(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(literals);
  if (!isNode(value)) return [];
  if (value.type === 'Literal') return [wordIn(value)];
  if (value.type === 'TemplateElement') return Object.values(value['value'] ?? {}).map(String);
  if (value.type === 'BinaryExpression' && value['operator'] !== '+') return [];
  return (OUTCOMES[value.type] ?? []).flatMap((part) => literals(value[part]));
}

/** The name of a property, a variable or an attribute. */
function nameOf(value: unknown): string {
  if (!isNode(value)) return '';
  if (value.type === 'MemberExpression') return nameOf(value['property']);
  return typeof value['name'] === 'string' ? value['name'] : wordIn(value);
}

function wordIn(value: unknown): string {
  const isLiteral = typeof value === 'object' && value !== null && 'value' in value;
  return isLiteral && typeof value.value === 'string' ? value.value : '';
}

function isSeen(name = ''): boolean {
  return SEEN.test(name);
}

function isWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
