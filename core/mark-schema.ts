import * as v from 'valibot';
import { isAgentId } from './agent-id.ts';
import { CORNERS, MARK_LIMITS as MOST, type Mark, isMarkId } from './mark.ts';
import { isSelectorText } from './selector-text.ts';

function text(most: number) {
  return v.pipe(v.string(), v.maxLength(most));
}

function list<const Entry extends v.GenericSchema>(entry: Entry, most: number) {
  return v.pipe(v.array(entry), v.maxLength(most));
}

const site = v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^/\s?#@]+$/));
const path = v.pipe(text(MOST.path), v.startsWith('/'));
const selector = v.pipe(text(MOST.selector), v.check(isSelectorText));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const tokens = list(text(MOST.token), MOST.tokens);

const SCOPE = v.variant('kind', [
  v.object({ kind: v.literal('page'), site, path }),
  v.object({ kind: v.literal('path'), site, pattern: path }),
  v.object({ kind: v.literal('site'), site }),
]);

const FINGERPRINT = v.object({
  tag: text(MOST.name),
  role: text(MOST.name),
  name: text(MOST.name),
  title: text(MOST.name),
  text: text(MOST.text),
  tokens,
  inner: tokens,
  classes: list(text(MOST.name), MOST.classes),
  shape: list(text(MOST.name), MOST.shape),
  depth: count,
});

const SURROUNDINGS = v.object({
  language: text(MOST.name),
  heading: text(MOST.name),
  landmark: text(MOST.name),
  item: v.object({ title: text(MOST.name), text: text(MOST.text), tokens }),
  path: list(text(MOST.name), MOST.ancestors),
  before: text(MOST.name),
  after: text(MOST.name),
  index: count,
  count,
  ancestors: list(text(MOST.name), MOST.ancestors),
});

const ANCHOR = v.object({
  roots: list(selector, MOST.roots),
  selectors: list(selector, MOST.selectors),
  fingerprint: FINGERPRINT,
  surroundings: SURROUNDINGS,
  others: list(text(MOST.name), MOST.others),
  common: list(text(MOST.token), MOST.common),
  alike: v.object({ name: part, title: part, text: part, itemTitle: part, itemText: part }),
});

/** What a mark must look like wherever it comes from: the store, a pack, a picker on a page. */
export const MARK = v.object({
  id: v.custom<string>(isMarkId),
  agentId: v.custom<string>(isAgentId),
  label: text(MOST.label),
  scope: SCOPE,
  corner: v.picklist(CORNERS),
  isOn: v.boolean(),
  anchor: ANCHOR,
  at: v.pipe(v.number(), v.finite(), v.minValue(0)),
  pack: v.exactOptional(v.custom<string>(isMarkId)),
}) satisfies v.GenericSchema<unknown, Mark>;
