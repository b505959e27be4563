import { storage } from 'wxt/utils/storage';
import {
  type KnownSiteCards,
  SITE_CARDS_BYTES,
  SITE_CARDS_PATH,
  type SiteCard,
  isDue,
  readSiteCards,
} from '../../core/site-cards.ts';
import { inTurn } from '../shared/in-turn.ts';
import { readBody } from '../shared/read-body.ts';

/** How long a site may take to answer, in milliseconds. */
const DEADLINE_MS = 5_000;

/** What is known of each origin's description. */
const known = storage.defineItem<Record<string, KnownSiteCards>>('local:siteCards', {
  fallback: {},
});

/** A request to a site for its description, which is under way. */
interface Question {
  readonly cards: Promise<readonly SiteCard[]>;
  readonly stop: AbortController;
}

/** Questions under way, so that a page with many frames asks once. */
const asking = new Map<string, Question>();
/** Sites answer in any order; none may overwrite what another has said. */
const changing = inTurn();

/** The cards that a site on which voice is on describes itself; none where it does not. */
export function siteCards(origin: string): Promise<readonly SiteCard[]> {
  return (asking.get(origin) ?? begin(origin)).cards;
}

/** Forgets what is known of origins on which voice is off, and what they are being asked for. */
export function forgetSiteCards(isOn: (origin: string) => boolean): Promise<void> {
  for (const [origin, { stop }] of asking) if (!isOn(origin)) stop.abort();
  return changing(async () => {
    const all = Object.entries(await known.getValue());
    const kept = all.filter(([origin]) => isOn(origin));
    if (kept.length < all.length) await known.setValue(Object.fromEntries(kept));
  });
}

function begin(origin: string): Question {
  const stop = new AbortController();
  const end = () => {
    if (asking.get(origin) === question) asking.delete(origin);
  };
  stop.signal.addEventListener('abort', end);
  const question = { cards: ask(origin, stop.signal).finally(end), stop };
  asking.set(origin, question);
  return question;
}

async function ask(origin: string, signal: AbortSignal): Promise<readonly SiteCard[]> {
  const before = (await known.getValue())[origin] ?? null;
  if (before !== null && !isDue(before, Date.now())) return before.cards ?? [];
  const now = await answerOf(origin, before, signal);
  return changing(async () => {
    // Voice may have been switched off there meanwhile.
    if (signal.aborted) return [];
    await known.setValue({ ...(await known.getValue()), [origin]: now });
    return now.cards ?? [];
  });
}

async function answerOf(
  origin: string,
  before: KnownSiteCards | null,
  signal: AbortSignal,
): Promise<KnownSiteCards> {
  const none: KnownSiteCards = { at: Date.now(), etag: null, cards: null };
  try {
    const response = await fetch(origin + SITE_CARDS_PATH, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
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
