import { cardView } from '../../core/card.ts';
import { type Summary, cutOff, isLive } from '../../core/conversation.ts';
import type { End } from '../../core/end.ts';
import { type FailureCode, failure } from '../../core/failure.ts';
import type { PageView, PageWish } from '../../core/messages.ts';
import { pageSettings } from '../../core/page-settings.ts';
import { type Result, failed, good } from '../../core/result.ts';
import type { SenderFacts } from '../../core/sender.ts';
import type { CardClick } from '../../core/untrusted.ts';
import type { Wish } from '../../core/wish.ts';
import { inTurn } from '../shared/in-turn.ts';
import { sendMessage } from '../shared/messaging.ts';
import { openQuestion } from '../shared/question-store.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { showBadge } from './badge.ts';
import { ask, doubtAbout, dropQuestion, forgetPageBefore } from './consent.ts';
import { recordChange } from './events.ts';
import { isOnIn, rememberFrame, whereIs } from './frames.ts';
import { lastConversation } from './journal.ts';
import { askForMicrophone, takeUpWish } from './microphone.ts';
import { waitOf } from './site-starts.ts';
import { giveUpStart, startWish } from './start.ts';
import { hasHost, openPanel } from './this-browser.ts';
import { reloadIfWaiting } from './update.ts';

/** A click on a page, with its place and its address as the browser tells them. */
interface Place {
  readonly tabId: number;
  readonly frameId: number;
}

/** Starts a conversation for a click on a page, or asks the person first whether it may. */
export function startFromPage(click: CardClick, sender: SenderFacts): Promise<Result> {
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined) {
    return Promise.resolve(failed(failure('site_disabled')));
  }
  // Before anything is awaited: the browser opens a panel in the task of a click alone.
  if (click.panel) void openPanel(tab.id);
  const place = { tabId: tab.id, frameId };
  return once([tab.id, frameId, click.agentId, click.replace], () => startAt(place, click, sender));
}

/** Clicks that are being judged: the same once more meanwhile is no other click, however often a page says it. */
const judging = new Map<string, Promise<Result>>();

function once(what: readonly unknown[], judge: () => Promise<Result>): Promise<Result> {
  const key = JSON.stringify(what);
  const judged = judging.get(key) ?? judge().finally(() => judging.delete(key));
  judging.set(key, judged);
  return judged;
}

async function startAt(place: Place, click: CardClick, sender: SenderFacts): Promise<Result> {
  const { agentId, attributes, isDoubtful, replace } = click;
  const { isOpaque, ...where } = whereIs(sender);
  // At once, for a person waits for each.
  const [settings, conversation, wait] = await Promise.all([
    loadSettings(),
    lastConversation.getValue(),
    waitOf(where.site),
  ]);
  if (!isOnIn(settings, sender)) return failed(failure('site_disabled'));
  if (isLive(conversation) && !replace && (await hasHost())) return failed(failure('busy'));
  if (wait > 0) {
    return failed({ ...failure('too_many_starts'), retryAfter: Math.ceil(wait / 1_000) });
  }
  const mode = attributes.textOnly ? 'text' : 'voice';
  const wish: Wish = { ...place, ...where, agentId, mode, attributes };
  const because = await doubtAbout(wish, { isDoubtful, isOpaque }, settings);
  if (because === null) return startWish(wish, replace);
  await ask({ wish, replace, because, canBeLasting: !isOpaque }, sender.tab?.windowId);
  return good(null);
}

/** Starts a conversation that the person asked for on a page of our own. */
export function startHere({ tabId, ...asked }: PageWish): Promise<Result> {
  return startWish({ ...asked, tabId, frameId: 0, site: null, attributes: {} }, false);
}

/** The microphone has been granted: takes up what was to be started without one. */
export async function startWaiting(sender: SenderFacts): Promise<void> {
  const wish = await takeUpWish(sender);
  if (wish) await startWish(wish, false);
}

/** Ends the running conversation, whoever started it. */
export async function end(): Promise<void> {
  if (await hasHost()) await sendMessage('end', {});
}

/** Ends the conversation of a tab, or the start of one that is still on its way. */
export async function endInTab(tabId: number | undefined, because?: FailureCode): Promise<void> {
  if (tabId === undefined) return;
  await giveUpStart(tabId);
  await dropQuestion(tabId);
  if (!(await hasHost())) return;
  const ended = sendMessage('end', { tabId, ...(because && { because }) });
  // The tab that was closed may have been the host's own window.
  await ended.catch(() => {});
}

/** Ends the conversation of one document, or takes back the question whether it may begin. */
export async function endInFrame({ tabId, frameId }: Place, because: FailureCode): Promise<void> {
  const conversation = await lastConversation.getValue();
  const asked = (await openQuestion.getValue())?.wish;
  const isHere = isLive(conversation) && isIn(conversation, { tab: { id: tabId }, frameId });
  const isAsked = asked?.tabId === tabId && asked.frameId === frameId;
  if (isHere || isAsked) await endInTab(tabId, because);
}

/** Opens the panel beside a page whose card asked for it. */
export async function panelFor({ tab }: SenderFacts): Promise<Result> {
  const isOpen = tab?.id !== undefined && (await openPanel(tab.id));
  return isOpen ? good(null) : failed(failure('panel_refused'));
}

/** Mutes or unmutes the conversation of a page. */
export async function muteOn(muted: boolean, sender: SenderFacts): Promise<void> {
  const conversation = await lastConversation.getValue();
  if (!isLive(conversation) || !isIn(conversation, sender)) return;
  await sendMessage('command', { do: 'mute', muted });
}

/** What a page shows that has just loaded, or asks for what has changed. */
export async function pageView(isNew: boolean, sender: SenderFacts): Promise<PageView> {
  if (isNew) await forgetPageBefore(sender);
  const [settings, conversation] = await Promise.all([loadSettings(), lastConversation.getValue()]);
  if (!isOnIn(settings, sender)) throw new Error('voice is not enabled here');
  await rememberFrame(sender);
  const isHere = isLive(conversation) && isIn(conversation, sender);
  return {
    ...pageSettings(settings, whereIs(sender)),
    card: isHere ? cardView(conversation) : null,
  };
}

function isIn({ tabId, frameId }: Summary, { tab, frameId: frame }: SenderFacts): boolean {
  return tabId === tab?.id && frameId === frame;
}

/** Changes follow each other, so that none overtakes another. */
const taking = inTurn();

/** Tells every surface what has become of the conversation. */
export async function publish(conversation: Summary): Promise<void> {
  const { phase, end: over } = conversation;
  if (!(await taking(() => take(conversation)))) return;
  if (phase !== 'ended') return;
  const code = over?.by === 'failure' ? over.failure.code : undefined;
  if (code === 'microphone_prompt') await askForMicrophone();
  await reloadIfWaiting();
}

/** Shows and keeps how a conversation stands; false where it has ended already, and this was still on its way. */
async function take(conversation: Summary): Promise<boolean> {
  const before = await lastConversation.getValue();
  if (before?.id === conversation.id && !isLive(before)) return false;
  show(conversation);
  recordChange(before, conversation);
  await lastConversation.setValue(conversation);
  return true;
}

function show(conversation: Summary): void {
  const { tabId, frameId } = conversation;
  showBadge(conversation);
  // A page that was closed or has left the site has nobody to listen.
  sendMessage('show', cardView(conversation), { tabId, frameId }).catch(() => {});
}

/** The host is gone without a word: its conversation has ended, and nobody else will say so. */
export async function publishGone(because: End): Promise<void> {
  const conversation = await lastConversation.getValue();
  if (isLive(conversation)) await publish(cutOff(conversation, because, Date.now()));
}
