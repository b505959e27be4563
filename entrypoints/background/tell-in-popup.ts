import { browser } from 'wxt/browser';
import type { Result } from '../../core/result.ts';
import { popupNote } from '../shared/popup-note.ts';

/** Tells why something did not work in the popup: the one surface that can, whatever page this is. */
export async function tellInPopup(work: Promise<Result>): Promise<void> {
  const answer = await work;
  if (answer.ok) return;
  await popupNote.setValue(answer.failure);
  await browser.action.openPopup().catch(() => {});
}
