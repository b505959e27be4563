import type { UnwatchedBrowser } from '../../support/unwatched-browser.ts';

/** Has the conversation host be there, or not. */
export async function setHost(browser: UnwatchedBrowser, isOpen: boolean): Promise<void> {
  await browser.inWorker(async (wanted) => {
    if (await chrome.offscreen.hasDocument()) await chrome.offscreen.closeDocument();
    if (!wanted) return;
    await chrome.offscreen.createDocument({
      url: 'offscreen.html',
      reasons: [chrome.offscreen.Reason.USER_MEDIA, chrome.offscreen.Reason.AUDIO_PLAYBACK],
      justification: 'As the extension itself opens it.',
    });
  }, isOpen);
}
