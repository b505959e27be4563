import type { Approval } from './settings.ts';
import { type Site, siteOf } from './site.ts';
import type { Address } from './url.ts';

/** Where a card is, as the browser tells of its document. */
export interface Whereabouts {
  /** The document's own; null where no extension may run. */
  readonly site: Site | null;
  /** For a frame, the site of the page around it, where that is another one. */
  readonly within?: Site;
  /** Whether the document has no origin of its own, as in a sandbox: its address says who wrote it, and no more. */
  readonly isOpaque: boolean;
}

/**
 * Where a document is.
 * @param page the page around it; null where it is the page itself
 */
export function whereabouts(
  document: Address | null,
  page: Address | null,
  isOpaque: boolean,
): Whereabouts {
  const [site, around] = [siteOf(document), siteOf(page)];
  const isInside = around !== null && around !== site;
  return { site, ...(isInside && { within: around }), isOpaque };
}

/** Whether an approval was given for a place: one for a frame holds in that page alone, and one for a page in no frame. */
export function isFor(
  { site, within }: Pick<Approval, 'site' | 'within'>,
  place: Pick<Whereabouts, 'site' | 'within'>,
): boolean {
  return site === place.site && within === place.within;
}
