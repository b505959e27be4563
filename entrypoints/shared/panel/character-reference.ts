/**
 * The character that a named reference such as `amp` stands for; stands in for the package
 * decode-named-character-reference, which asks the browser by setting HTML.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  const parsed = new DOMParser().parseFromString(`&${name};`, 'text/html');
  const character = parsed.documentElement.textContent;
  // A name that is not known stays as it is, or loses a part of itself: `&notit;` becomes `¬it;`.
  return character.endsWith(';') && name !== 'semi' ? false : character;
}
