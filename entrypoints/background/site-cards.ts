import { storage } from 'wxt/utils/storage';
import {
  type KnownSiteCards,
  SITE_CARDS_BYTES,
  SITE_CARDS_PATH,
  type SiteCard,
  isDue,
  readSiteCards,
} from '../../core/site-cards.ts';
import { readBody } from '../shared/read-body.ts';

/** How long a site may take to answer, in milliseconds. */
const DEADLINE_MS = 5_000;

/** What is known of each origin's description. */
const known = storage.defineItem<Record<string, KnownSiteCards>>('local:siteCards', {
  fallback: {},
});
/** Questions under way, so that a page with many frames asks once. */
const asking = new Map<string, Promise<readonly SiteCard[]>>();

/** The cards that a site on which voice is on describes itself; none where it does not. */
export async function siteCards(origin: string): Promise<readonly SiteCard[]> {
  const before = (await known.getValue())[origin] ?? null;
  if (before !== null && !isDue(before, Date.now())) return before.cards ?? [];
  const running = asking.get(origin) ?? ask(origin, before).finally(() => asking.delete(origin));
  asking.set(origin, running);
  return running;
}

/** Forgets what is known of origins on which voice is off. */
export async function forgetSiteCards(isOn: (origin: string) => boolean): Promise<void> {
  const all = Object.entries(await known.getValue());
  const kept = all.filter(([origin]) => isOn(origin));
  if (kept.length < all.length) await known.setValue(Object.fromEntries(kept));
}

async function ask(origin: string, before: KnownSiteCards | null): Promise<readonly SiteCard[]> {
  const now = await answerOf(origin, before);
  await known.setValue({ ...(await known.getValue()), [origin]: now });
  return now.cards ?? [];
}

async function answerOf(origin: string, before: KnownSiteCards | null): Promise<KnownSiteCards> {
  const none: KnownSiteCards = { at: Date.now(), etag: null, cards: null };
  try {
    const response = await fetch(origin + SITE_CARDS_PATH, {
      signal: AbortSignal.timeout(DEADLINE_MS),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: {
        accept: 'application/json',
        ...(before?.etag && { 'if-none-match': before.etag }),
      },
    });
    if (response.status === 304 && before) return { ...before, at: none.at };
    const text = response.ok ? await readBody(response, SITE_CARDS_BYTES) : null;
    return { ...none, etag: response.headers.get('etag'), cards: readSiteCards(text ?? '') };
  } catch {
    // A site that does not answer is one without a description, for today.
    return none;
  }
}
