import { browser } from 'wxt/browser';
import type { Mend } from '../../core/untrusted.ts';
import type { SenderFacts } from '../../core/sender.ts';
import { type WaitingClick, waitingClick } from './journal.ts';
import { findOwnTab } from './this-browser.ts';

/** Leads to where an error can be mended. */
export async function mend(where: Mend): Promise<void> {
  await (where === 'options' ? browser.runtime.openOptionsPage() : openWelcome());
}

/** Shows the page that asks for the microphone, the one that is open if there is one. */
export async function openWelcome(): Promise<void> {
  const url = browser.runtime.getURL('/welcome.html');
  const open = await findOwnTab(url);
  if (open !== undefined) await browser.tabs.update(open, { active: true });
  else await browser.tabs.create({ url });
}

/** Leads a click that found no microphone to the page that asks for it. */
export async function askForMicrophone(click: WaitingClick): Promise<void> {
  const { tabId, frameId, agentId } = click;
  await waitingClick.setValue({ tabId, frameId, agentId });
  await openWelcome();
}

/** Leads back: shows the page again, closes the one that asked, and hands out the click to take up. */
export async function takeUpClick({ tab: asked }: SenderFacts): Promise<WaitingClick | null> {
  const click = await waitingClick.getValue();
  if (click === null) return null;
  await waitingClick.removeValue();
  const page = await browser.tabs.update(click.tabId, { active: true }).catch(() => undefined);
  if (page === undefined) return null;
  if (asked?.id !== undefined) await browser.tabs.remove(asked.id);
  return click;
}
