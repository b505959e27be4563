import { type Site, siteOf } from '../../core/site.ts';

/** The parts of a browser's tab that matter here; the address is absent where it may not be seen. */
export interface TabFacts {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly windowId?: number | undefined;
}

/** The page the popup is about. */
export interface Subject {
  /** Null when the tab is gone. */
  readonly tabId: number | null;
  /** The window it is in, whose panel can be opened. */
  readonly windowId: number | null;
  /** Null where voice cannot run, or where that may not be seen. */
  readonly site: Site | null;
  /** The page's address; null where there is no site. */
  readonly address: string | null;
  /** Whether the page's address may be seen. */
  readonly isSeen: boolean;
}

/**
 * The tab named in the popup's own address, as in `popup.html?tab=7`: then the popup stands in a
 * tab of its own and is about that one. Null where none is named: it is about the current tab.
 */
export function namedTab(search: string): number | null {
  const named = new URLSearchParams(search).get('tab') ?? '';
  return /^\d{1,10}$/.test(named) ? Number(named) : null;
}

/** What the popup is about, given the tab that was found, if any. */
export function subjectOf(tab: TabFacts | null): Subject {
  const { id: tabId = null, windowId = null, url } = tab ?? {};
  const site = siteOf(URL.parse(url ?? ''));
  const address = site === null ? null : (url ?? null);
  return { tabId, windowId, site, address, isSeen: url !== undefined };
}
