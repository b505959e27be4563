/** A step of a selector: a tag or anything, then its id, classes, attributes and place among its like. */
const PART =
  '[#.][\\w\\u0080-\\uffff-]+|\\[[\\w-]+(?:=[\\w-]+)?\\]|:nth-(?:child|of-type)\\([1-9]\\d{0,5}\\)';
const STEP = `(?:(?:\\*|[a-zA-Z_\\u0080-\\uffff][\\w\\u0080-\\uffff-]*)(?:${PART})*|(?:${PART})+)`;
const SELECTOR = new RegExp(`^${STEP}(?:(?: > | )${STEP})*$`);

/**
 * Whether a text is a selector as marks have them: one, of steps from outside in. Whatever else selectors
 * can do is left out, since some of it takes a browser minutes, and anybody may have written it.
 */
export function isSelectorText(text: string): boolean {
  return SELECTOR.test(bare(text));
}

/** Without what may hold anything: strings, and characters that are escaped. */
function bare(text: string): string {
  return text
    .replaceAll(/"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'/g, '_')
    .replaceAll(/\\[\da-f]{1,6} ?|\\[^\n]/gi, '_');
}
