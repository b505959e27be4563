import * as v from 'valibot';
import { isAgentId } from './agent-id.ts';
import { CORNERS, MARK_LIMITS } from './mark.ts';
import { isSelectorText } from './selector-text.ts';

/** Where a site may describe its cards; see docs/site-owners.md. */
export const SITE_CARDS_PATH = '/.well-known/voice-cards.json';
/** How large that may be, in bytes. */
export const SITE_CARDS_BYTES = 65_536;
/** A site without one is asked once a day, and one that has one may have another after an hour; in milliseconds. */
const AGAIN_MS = { none: 24 * 3_600_000, some: 3_600_000 } as const;
/** How many cards it may describe. */
const MOST = 100;

const SITE_CARD = v.object({
  selector: v.pipe(v.string(), v.maxLength(MARK_LIMITS.selector), v.check(isSelectorText)),
  agentId: v.custom<string>(isAgentId),
  label: v.optional(v.pipe(v.string(), v.maxLength(MARK_LIMITS.label))),
  position: v.optional(v.picklist(CORNERS)),
});
const SITE_CARDS = v.object({
  version: v.literal(1),
  cards: v.pipe(v.array(SITE_CARD), v.maxLength(MOST)),
});

/** A card as its site describes it. */
export type SiteCard = v.InferOutput<typeof SITE_CARD>;

/** What is known of a site's description, for as long as that counts. */
export interface KnownSiteCards {
  /** When it was asked for, in milliseconds since the epoch. */
  readonly at: number;
  readonly etag: string | null;
  readonly cards: readonly SiteCard[] | null;
}

/** Reads a site's description; null where it makes no sense: all of it counts, or nothing. */
export function readSiteCards(text: string): readonly SiteCard[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return v.is(SITE_CARDS, parsed) ? v.parse(SITE_CARDS, parsed).cards : null;
  } catch {
    return null;
  }
}

/** Whether a site is to be asked, given what is known of it. */
export function isDue(known: KnownSiteCards | null, now: number): boolean {
  if (known === null || known.at > now) return true;
  return now - known.at >= (known.cards === null ? AGAIN_MS.none : AGAIN_MS.some);
}
