import { attribute } from '../shared/page/dom.ts';
import { HEADINGS } from '../shared/page/fingerprint.ts';
import { around } from '../shared/page/surroundings.ts';
import { all, tagOf, textsIn } from '../shared/page/tree.ts';

/** How many characters are enough to tell places apart. */
const MOST = 60;

/** What an element is called, in the words of the page, and what it is a part of: `Buy · Green tea`. */
export function wordsOf(element: Element): string {
  const own = nameOf(element);
  const { entry } = around(element);
  const heading = entry === null || entry === element ? undefined : all(entry, HEADINGS)[0];
  const whole = heading === undefined ? '' : textIn(heading);
  return whole === '' || own.includes(whole) ? own : `${own} · ${whole}`;
}

function nameOf(element: Element): string {
  const written = ['aria-label', 'alt', 'title'].map((name) => attribute(element, name));
  return short(written.find(Boolean) ?? '') || textIn(element) || tagOf(element);
}

function textIn(element: Element): string {
  let text = '';
  for (const { data } of textsIn(element)) {
    text += ` ${data}`;
    if (text.length > 4 * MOST) break;
  }
  return short(text);
}

function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > MOST ? `${plain.slice(0, MOST - 1).trimEnd()}…` : plain;
}
