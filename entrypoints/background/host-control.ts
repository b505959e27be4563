import { browser } from 'wxt/browser';

const HOST_PAGE = 'offscreen.html';

/** The one creation under way, so that two clicks at once do not race for it. */
let creating: Promise<void> | null = null;

/** Makes sure that the conversation host is there to be spoken to. */
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

/** Closes what is left of a host that crashed, so that the next one can be made. */
export async function discardHost(): Promise<void> {
  // It may be closing by itself, after a minute without a conversation.
  if (await hasHost()) await browser.offscreen.closeDocument().catch(() => {});
}

/** Whether the host is there; asking one that is not would only reject. */
export async function hasHost(): Promise<boolean> {
  const found = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return found.length > 0;
}
