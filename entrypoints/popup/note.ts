import type { Failure } from '../../core/failure.ts';
import { popupNote } from '../shared/popup-note.ts';

/** Why the popup was opened by the extension itself, told once. */
export async function takeNote(): Promise<Failure | null> {
  const note = await popupNote.getValue();
  if (note !== null) await popupNote.removeValue();
  return note;
}
