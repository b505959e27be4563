/** @typedef {Record<string, { message: string }>} Messages as in a messages.json */

/** What the pseudo-locale passes itself off as: a language that is read from right to left. */
export const PSEUDO_LOCALE = 'ar';

/** Arabic letters in place of Latin ones, one for one. */
const LETTERS = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, i) => [letter, 'ابكدهفغحيجقلمنوپقرستؤڤوخىز'[i]]),
);

/**
 * English texts as a translation into Arabic might look, which no one can read: from right to left, about a
 * third longer, and in brackets, so that a text which is missing, cut off or put together stands out.
 * @param {Messages} english
 * @returns {Messages}
 */
export function pseudoLocale(english) {
  const texts = Object.entries(english).map(([key, { message }]) => [
    key,
    { message: pseudoText(message) },
  ]);
  return {
    ...Object.fromEntries(texts),
    locale_language: { message: PSEUDO_LOCALE },
    locale_direction: { message: 'rtl' },
  };
}

/**
 * One text with its placeholders; each form of a plural is a text of its own.
 * @param {string} text
 */
export function pseudoText(text) {
  return text
    .split(' | ')
    .map((form) => `[${form.replace(/[a-z]/gi, pseudoLetter).replace(/\$\d/g, isolated)}]`)
    .join(' | ');
}

/**
 * What is filled in may run in the other direction, and must not turn the words around it.
 * @param {string} placeholder
 */
function isolated(placeholder) {
  return `\u2068${placeholder}\u2069`;
}

/** @param {string} letter */
function pseudoLetter(letter) {
  const arabic = LETTERS[letter.toLowerCase()] ?? letter;
  return /[aeiou]/i.test(letter) ? arabic.repeat(2) : arabic;
}
