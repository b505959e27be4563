import { browser } from 'wxt/browser';
import type { SenderFacts } from '../../core/sender.ts';

/** What is brought into a page beside the script that finds its cards. */
const SCRIPTS = {
  /** Draws them. */
  face: '/face.js',
  /** Finds those in shadow roots. */
  roots: '/roots.js',
  /** Finds what a person marked. */
  marks: '/marks.js',
  /** Finds what the site describes. */
  siteCards: '/site-cards.js',
} as const;

/** Brings a script into the very document that one of ours speaks from; which that is, the browser says. */
export async function bring(
  script: keyof typeof SCRIPTS,
  { tab, frameId, documentId }: SenderFacts,
): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) return;
  // By the time it comes, the frame may show another document.
  const where = documentId === undefined ? { frameIds: [frameId] } : { documentIds: [documentId] };
  const target = { tabId: tab.id, ...where };
  // The page may be gone, or never have been one where we may run.
  await browser.scripting.executeScript({ target, files: [SCRIPTS[script]] }).catch(() => {});
}
