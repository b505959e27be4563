import { cardView } from '../../core/card.ts';
import { type Summary, cutOff, isLive } from '../../core/conversation.ts';
import { failure } from '../../core/failure.ts';
import type { PageView } from '../../core/messages.ts';
import { type Result, failed } from '../../core/result.ts';
import { isEnabledAt } from '../../core/site.ts';
import type { SenderFacts } from '../../core/sender.ts';
import type { CardClick } from '../../core/untrusted.ts';
import { sendMessage } from '../shared/messaging.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { showBadge } from './badge.ts';
import { lastConversation } from './journal.ts';
import { askForMicrophone, takeUpClick } from './microphone.ts';
import { ensureHost, hasHost } from './this-browser.ts';

/** Starts a conversation for a click on a page; the tab and its address are the browser's word. */
export async function startFromPage(click: CardClick, { tab, url }: SenderFacts): Promise<Result> {
  const { sites } = await loadSettings();
  const enabled = isEnabledAt(sites, URL.parse(url ?? ''));
  if (tab?.id === undefined || !enabled) return failed(failure('site_disabled'));
  return start({ ...click, tabId: tab.id });
}

/** Starts a conversation for a tab. */
export async function start(order: CardClick & { tabId: number }): Promise<Result> {
  await ensureHost();
  const answer = sendMessage('start', { id: crypto.randomUUID(), ...order });
  // A window may be closed before it could answer.
  return answer.catch(() => failed(failure('host_lost')));
}

/** The microphone has been granted: takes up the click that found it missing. */
export async function startAgain(sender: SenderFacts): Promise<void> {
  const click = await takeUpClick(sender);
  if (click) await start({ ...click, replace: false });
}

/** Ends the running conversation, whoever started it. */
export async function end(): Promise<void> {
  if (await hasHost()) await sendMessage('end');
}

/** Ends the running conversation if it was started in this tab. */
export async function endInTab(tabId: number | undefined): Promise<void> {
  const conversation = await lastConversation.getValue();
  if (isLive(conversation) && conversation.tabId === tabId) await end();
}

/** The host is gone, and with it the conversation it held: a person has closed its window. */
export async function hostGone(): Promise<void> {
  const conversation = await lastConversation.getValue();
  if (isLive(conversation)) publish(cutOff(conversation));
}

/** What a page that has just loaded shows. */
export async function pageView({ tab }: SenderFacts): Promise<PageView> {
  const [settings, conversation] = await Promise.all([loadSettings(), lastConversation.getValue()]);
  const here = isLive(conversation) && conversation.tabId === tab?.id;
  return {
    selectors: { card: settings.cardSelector, button: settings.buttonSelector },
    card: here ? cardView(conversation) : null,
  };
}

/** Tells every surface what has become of the conversation. */
export function publish(conversation: Summary): void {
  void lastConversation.setValue(conversation);
  showBadge(conversation);
  // A page that was closed or has left the site has nobody to listen.
  sendMessage('show', cardView(conversation), conversation.tabId).catch(() => {});
  const { end: over, phase } = conversation;
  const needsMicrophone = over?.by === 'failure' && over.failure.code === 'microphone_prompt';
  if (phase === 'ended' && needsMicrophone) void askForMicrophone(conversation);
}
