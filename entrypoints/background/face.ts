import { browser } from 'wxt/browser';
import type { SenderFacts } from '../../core/sender.ts';

const FACE_FILE = '/face.js';

/** Brings what shows a page's cards into the very frame that has one; which that is, the browser says. */
export async function bringFace({ tab, frameId }: SenderFacts): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) return;
  const target = { tabId: tab.id, frameIds: [frameId] };
  // The page may be gone, or never have been one where we may run.
  await browser.scripting.executeScript({ target, files: [FACE_FILE] }).catch(() => {});
}
