import { type ReadonlySignal, signal } from '@preact/signals';
import type { Mark } from '../../../core/mark.ts';
import { loadMarks, watchMarks } from '../mark-store.ts';

/** The marks as they are and become, wherever they are changed. */
export async function liveMarks(): Promise<ReadonlySignal<readonly Mark[]>> {
  const marks = signal<readonly Mark[]>([]);
  watchMarks((now) => (marks.value = now));
  marks.value = await loadMarks();
  return marks;
}
