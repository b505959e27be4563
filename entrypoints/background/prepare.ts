import { isLive } from '../../core/conversation.ts';
import { allowsAgent } from '../../core/policy.ts';
import { type Attempt, attemptFor, recentAttempts } from '../../core/prefetch.ts';
import type { SenderFacts } from '../../core/sender.ts';
import type { Settings } from '../../core/settings.ts';
import { watchToken } from '../shared/backend-token.ts';
import { loadPolicy } from '../shared/policy-store.ts';
import { loadSettings, watchSettings } from '../shared/settings-store.ts';
import { type ClickPlace, doubtAbout } from './consent.ts';
import { isOnIn, whereIs } from './frames.ts';
import { lastConversation } from './journal.ts';
import { fetchAhead, forgetKept } from './kept-line.ts';
import { waitOf } from './site-starts.ts';
import { mayHear, warmHost } from './this-browser.ts';

/** Those of the last minute; the background stays awake for as long as they count. */
let attempts: readonly Attempt[] = [];

/** A person is near a card: opens its host and asks for an address, if a click would start at once. */
export async function prepare(agentId: string, sender: SenderFacts): Promise<void> {
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined) return;
  const tabId = tab.id;
  const settings = await loadSettings();
  const { isOpaque, ...where } = whereIs(sender);
  const { site } = where;
  const place = { ...where, agentId, tabId, frameId };
  const isClear = await wouldStart(place, isOpaque, settings);
  const at = Date.now();
  const { prefetches: isWanted, backendUrl } = settings;
  const isOn = isOnIn(settings, sender);
  const attempt = attemptFor({ site, tabId, agentId, at, isWanted, isOn, isClear }, attempts);
  if (attempt === null) return;
  attempts = [...recentAttempts(attempts, at), attempt];
  fetchAhead({ backendUrl, agentId, site });
  await warmHost();
}

/** Forgets what was asked for ahead whenever it may be asked for differently. */
export function watchForgetting(): void {
  watchSettings(() => void forgetKept());
  watchToken(() => void forgetKept());
}

/** Whether a click that the page shows as it should would start a conversation without a question. */
async function wouldStart(
  place: ClickPlace,
  isOpaque: boolean,
  settings: Settings,
): Promise<boolean> {
  const [doubt, policy, conversation, wait, isHeard] = await Promise.all([
    doubtAbout(place, { isDoubtful: false, isOpaque }, settings),
    loadPolicy(),
    lastConversation.getValue(),
    waitOf(place.site),
    mayHear(),
  ]);
  const isFree = !isLive(conversation) && wait === 0;
  return doubt === null && allowsAgent(policy, place.agentId) && isFree && isHeard;
}
