import { browser } from 'wxt/browser';
import type { Result } from '../../core/result.ts';
import { sendMessage } from '../shared/messaging.ts';
import { type Subject, subjectOf } from './subject.ts';

/** Finds the page the popup is about: the tab named, or else the current one. */
export async function findSubject(named: number | null): Promise<Subject> {
  if (named === null) {
    const [current] = await browser.tabs.query({ active: true, currentWindow: true });
    return subjectOf(current ?? null);
  }
  // A tab that was closed since is like one that may not be seen.
  return subjectOf(await browser.tabs.get(named).catch(() => null));
}

/** Opens the popup in a tab of its own, about the same page. */
export async function openInTab(tabId: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/popup.html?tab=${tabId}`) });
}

/** The way to have an element picked: the popup goes, or goes to the page where it stands in a tab of its own. */
export function pickFrom(named: number | null) {
  return async (tabId: number): Promise<Result> => {
    const answer = await sendMessage('startPicking', { tabId });
    if (!answer.ok) return answer;
    if (named === null) window.close();
    else await browser.tabs.update(named, { active: true });
    return answer;
  };
}
