import type { Mark, Scope } from './mark.ts';
import { siteOf } from './site.ts';
import type { Address } from './url.ts';

/** Parts of a query that say where a visitor came from, not which page it is. */
const TRACKING = /^(utm_\w*|gclid|gbraid|wbraid|fbclid|msclkid|dclid|yclid|mc_[ce]id|igshid)(=|$)/i;

/** Whether a mark is switched on and holds at an address. */
export function holdsAt({ isOn, scope }: Mark, address: Address | null): boolean {
  return isOn && isWithin(scope, address);
}

/** Whether an address is within a scope. */
export function isWithin(scope: Scope, address: Address | null): boolean {
  if (address === null || siteOf(address) !== scope.site) return false;
  switch (scope.kind) {
    case 'site':
      return true;
    case 'page':
      return pageOf(address) === scope.path;
    case 'path':
      return matches(scope.pattern, address);
  }
}

/** An address within a scope, or near one: a pattern as far as it is one page's. */
export function exampleOf(scope: Scope): string {
  switch (scope.kind) {
    case 'site':
      return `${scope.site}/`;
    case 'page':
      return scope.site + scope.path;
    case 'path':
      return scope.site + (scope.pattern.split('*')[0] ?? '/');
  }
}

/** Which page of its site an address is: path and query, in an order of their own, without tracking. */
export function pageOf({ pathname, search }: Address): string {
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part));
  return kept.length === 0 ? pathname : `${pathname}?${kept.toSorted().join('&')}`;
}

/** Patterns that a person may want for an address: its own folder first, then wider ones. */
export function patternsFor({ pathname }: Address): string[] {
  const folders = pathname.split('/').slice(1, -1);
  return folders.map((_, i) => `/${folders.slice(0, folders.length - i).join('/')}/*`);
}

/** A pattern looks at the query only where it has a `?` itself. */
function matches(pattern: string, { pathname, search }: Address): boolean {
  return isLike(pattern, pattern.includes('?') ? pathname + search : pathname);
}

/** Whether a text fits a pattern, part by part between the stars; never slower than both lengths multiplied. */
function isLike(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - at >= last.length && text.endsWith(last);
}
