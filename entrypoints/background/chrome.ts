import { browser } from 'wxt/browser';
import { HOST_PAGE } from '../shared/host-page.ts';

/** The one creation under way, so that two clicks at once do not race for it. */
let creating: Promise<void> | null = null;

/** Makes sure that the conversation host, an offscreen document, is there to be spoken to. */
export async function ensureHost(): Promise<void> {
  if (await hasHost()) return;
  creating ??= browser.offscreen
    .createDocument({
      url: HOST_PAGE,
      reasons: ['USER_MEDIA', 'AUDIO_PLAYBACK'],
      justification: 'Holds the microphone and plays the voice of the agent you are talking to.',
    })
    .finally(() => (creating = null));
  await creating;
}

/** Whether the host is there; asking one that is not would only reject. */
export async function hasHost(): Promise<boolean> {
  const found = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return found.length > 0;
}

/** Would tell when the host is gone; nobody can close an offscreen document, and it closes itself only when idle. */
export function watchHost(_gone: () => Promise<void>): void {}

/** The tab that shows one of our own pages, if one does. */
export async function findOwnTab(url: string): Promise<number | undefined> {
  const [open] = await browser.runtime.getContexts({ contextTypes: ['TAB'], documentUrls: [url] });
  return open?.tabId;
}
