import { type CardAttributes, readAttributes } from '../../core/card-attributes.ts';
import { attribute } from '../shared/page/dom.ts';
import { markOn } from './marked.ts';

/** What was already warned of, by card: an attribute and its value. */
const warned = new WeakMap<Element, Set<string>>();

/** What a card says of its agent, which a marked one does not; the site's owner is warned, once, of each attribute that makes no sense. */
export function attributesOf(card: Element): CardAttributes {
  if (markOn(card)) return {};
  const { attributes, malformed } = readAttributes((name) => attribute(card, name));
  for (const name of malformed) warn(card, name);
  return attributes;
}

function warn(card: Element, name: string): void {
  const known = warned.get(card) ?? new Set();
  warned.set(card, known);
  const what = `${name}=${attribute(card, name)}`;
  if (known.has(what)) return;
  known.add(what);
  // Through `chrome`: of all our texts, this is the one that the finder says itself.
  console.warn(chrome.i18n.getMessage('card_attribute_malformed', name), card);
}
