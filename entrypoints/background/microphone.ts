import { browser } from 'wxt/browser';
import type { Mend } from '../../core/untrusted.ts';
import type { SenderFacts } from '../../core/sender.ts';
import type { Wish } from '../../core/wish.ts';
import { lastWish, waitingWish } from './journal.ts';
import { findOwnTab } from './this-browser.ts';

/** Leads to where an error can be mended. */
export async function mend(where: Mend): Promise<void> {
  if (where === 'microphone') return openWelcome();
  if (where === 'options') return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html#sound') });
}

/** Shows the page that asks for the microphone, the one that is open if there is one. */
export async function openWelcome(): Promise<void> {
  const url = browser.runtime.getURL('/welcome.html');
  const open = await findOwnTab(url);
  if (open !== undefined) await browser.tabs.update(open, { active: true });
  else await browser.tabs.create({ url });
}

/** Leads a start that found no microphone to the page that asks for it. */
export async function askForMicrophone(): Promise<void> {
  const wish = await lastWish.getValue();
  if (wish) await waitingWish.setValue(wish);
  await openWelcome();
}

/** Leads back: shows the page again, closes the one that asked, and hands out what is to be started. */
export async function takeUpWish({ tab: asked }: SenderFacts): Promise<Wish | null> {
  const wish = await waitingWish.getValue();
  if (wish === null) return null;
  await waitingWish.removeValue();
  const page = await browser.tabs.update(wish.tabId, { active: true }).catch(() => undefined);
  if (page === undefined) return null;
  const isOther = asked?.id !== undefined && asked.id !== wish.tabId;
  if (isOther) await browser.tabs.remove(asked.id);
  return wish;
}
