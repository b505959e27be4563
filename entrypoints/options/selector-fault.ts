/** Why a text cannot be a selector in the settings. */
export type SelectorFault = 'empty' | 'long' | 'unreadable';

/** The longest selector the settings keep, in characters; see core/settings.ts. */
const LONGEST = 500;

/**
 * What is wrong with a selector, or null when it will do.
 * @param query throws for what is no selector, as a document's querySelector does
 */
export function selectorFault(
  selector: string,
  query: (selector: string) => unknown,
): SelectorFault | null {
  if (selector === '') return 'empty';
  if (selector.length > LONGEST) return 'long';
  try {
    query(selector);
    return null;
  } catch {
    return 'unreadable';
  }
}
