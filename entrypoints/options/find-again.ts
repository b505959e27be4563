import { browser } from 'wxt/browser';
import type { Mark } from '../../core/mark.ts';
import { isWithin } from '../../core/mark-scope.ts';
import { sendMessage } from '../shared/messaging.ts';
import type { Finding } from './marks-list.ts';

/** Goes to the page, of those where a mark holds, that was open last, and has its element picked there. */
export async function findAgain({ id: markId, scope }: Mark): Promise<Finding> {
  const tabs = await browser.tabs.query({});
  const fitting = tabs.filter(({ url }) => isWithin(scope, URL.parse(url ?? '')));
  const [tab] = fitting.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (tab?.id === undefined) return 'no tab';
  const answer = await sendMessage('startPicking', { tabId: tab.id, markId });
  if (!answer.ok) return 'failed';
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  return 'started';
}
