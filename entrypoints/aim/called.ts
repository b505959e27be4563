import { attribute, findIn } from '../shared/page/dom.ts';
import { HEADINGS } from '../shared/page/fingerprint.ts';
import { textsIn } from '../shared/page/tree.ts';

/** As many characters as a person would read out. */
const MOST = 60;
/** What names an element beside its words. */
const NAMING = ['alt', 'title', 'placeholder', 'value'];

/** What a person would call an element, in the page's own words. */
export function calledOf(element: Element): string {
  const label = attribute(element, 'aria-label');
  if (label?.trim()) return cut(label);
  const heading = findIn(element, HEADINGS);
  const words = (heading && wordsOf(heading)) || wordsOf(element);
  const named = NAMING.map((name) => attribute(element, name)).find((value) => value?.trim());
  return words || cut(named ?? pictureIn(element));
}

function pictureIn(element: Element): string {
  const picture = findIn(element, '[alt]:not([alt=""]),[aria-label]');
  if (picture === null) return '';
  return attribute(picture, 'alt') ?? attribute(picture, 'aria-label') ?? '';
}

function wordsOf(element: Element): string {
  let words = '';
  for (const { data } of textsIn(element)) {
    words = `${words} ${data.slice(0, 4 * MOST)}`.replaceAll(/\s+/g, ' ').trimStart();
    if (words.length > MOST) break;
  }
  return cut(words);
}

function cut(text: string): string {
  const words = text
    .slice(0, 8 * MOST)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words.length > MOST ? `${words.slice(0, MOST - 1).trimEnd()}…` : words;
}
