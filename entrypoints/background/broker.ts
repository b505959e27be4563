import { cardView } from '../../core/card.ts';
import { type Summary, cutOff, isLive } from '../../core/conversation.ts';
import type { End } from '../../core/end.ts';
import { type FailureCode, failure } from '../../core/failure.ts';
import type { PageView } from '../../core/messages.ts';
import { type Result, failed, good } from '../../core/result.ts';
import type { SenderFacts } from '../../core/sender.ts';
import { isEnabledAt, siteOf } from '../../core/site.ts';
import type { CardClick } from '../../core/untrusted.ts';
import { sendMessage } from '../shared/messaging.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { showBadge } from './badge.ts';
import { type WaitingClick, lastConversation } from './journal.ts';
import { askForMicrophone, takeUpClick } from './microphone.ts';
import { ensureHost, hasHost } from './this-browser.ts';
import { reloadIfWaiting } from './update.ts';

/** Starts that have not reached the host yet, by tab, so that they can still be given up. */
const starting = new Map<number, AbortController>();

/** Starts a conversation for a click on a page; the place and its address are the browser's word. */
export async function startFromPage(click: CardClick, sender: SenderFacts): Promise<Result> {
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined) return failed(failure('site_disabled'));
  return start({ ...click, tabId: tab.id, frameId }, sender);
}

/** Starts a conversation for a place in a tab, if voice is enabled where the sender is. */
async function start(order: CardClick & WaitingClick, sender?: SenderFacts): Promise<Result> {
  const givenUp = new AbortController();
  starting.set(order.tabId, givenUp);
  const settings = await loadSettings();
  if (sender && !isEnabledFor(settings.sites, sender)) return failed(failure('site_disabled'));
  await ensureHost();
  if (givenUp.signal.aborted) return good(null);
  const limits = {
    maxLength: 1000 * settings.maxLengthSeconds,
    silence: 1000 * settings.silenceSeconds,
  };
  const { isDoubtful: _doubt, panel: _panel, ...wish } = order;
  const site = siteOf(URL.parse(sender?.url ?? ''));
  const sound = { inputDeviceId: '', outputDeviceId: '', volume: 1 };
  const id = crypto.randomUUID();
  const answer = sendMessage('start', { id, ...wish, limits, site, sound, mode: 'voice' });
  // A window may be closed before it could answer.
  return answer.catch(() => failed(failure('host_lost')));
}

/** A frame needs its own site and that of the page around it. */
function isEnabledFor(sites: readonly string[], { url, frameId, tab }: SenderFacts): boolean {
  const addresses = frameId === 0 ? [url] : [url, tab?.url];
  return addresses.every((address) => isEnabledAt(sites, URL.parse(address ?? '')));
}

/** The microphone has been granted: takes up the click that found it missing. */
export async function startAgain(sender: SenderFacts): Promise<void> {
  const click = await takeUpClick(sender);
  if (click) await start({ ...click, replace: false, isDoubtful: false, panel: false, attributes: {} });
}

/** Ends the running conversation, whoever started it. */
export async function end(): Promise<void> {
  if (await hasHost()) await sendMessage('end', {});
}

/** Ends the conversation of a tab, or the start of one that is still on its way. */
export async function endInTab(tabId: number | undefined, because?: FailureCode): Promise<void> {
  if (tabId === undefined) return;
  starting.get(tabId)?.abort();
  if (!(await hasHost())) return;
  const ended = sendMessage('end', { tabId, ...(because && { because }) });
  // The tab that was closed may have been the host's own window.
  await ended.catch(() => {});
}

/** What a page that has just loaded shows. */
export async function pageView(sender: SenderFacts): Promise<PageView> {
  const [settings, conversation] = await Promise.all([loadSettings(), lastConversation.getValue()]);
  if (!isEnabledFor(settings.sites, sender)) throw new Error('voice is not enabled here');
  const { tab, frameId } = sender;
  const isHere = conversation?.tabId === tab?.id && conversation?.frameId === frameId;
  return {
    selectors: { card: settings.cardSelector, button: settings.buttonSelector },
    opensPanel: settings.opensPanel,
    approved: [],
    card: isLive(conversation) && isHere ? cardView(conversation) : null,
  };
}

/** Tells every surface what has become of the conversation. */
export async function publish(conversation: Summary): Promise<void> {
  const { tabId, frameId, phase, end: over } = conversation;
  showBadge(conversation);
  // A page that was closed or has left the site has nobody to listen.
  sendMessage('show', cardView(conversation), { tabId, frameId }).catch(() => {});
  await lastConversation.setValue(conversation);
  if (phase !== 'ended') return;
  const code = over?.by === 'failure' ? over.failure.code : undefined;
  if (code === 'microphone_prompt') await askForMicrophone(conversation);
  await reloadIfWaiting();
}

/** The host is gone without a word: its conversation has ended, and nobody else will say so. */
export async function publishGone(because: End): Promise<void> {
  const conversation = await lastConversation.getValue();
  if (isLive(conversation)) await publish(cutOff(conversation, because));
}
