import * as v from 'valibot';
import type { MarkState } from '../../core/messages.ts';

const STATES = v.array(
  v.object({
    id: v.string(),
    state: v.picklist(['looking', 'found', 'moved', 'gone']),
    places: v.array(v.pipe(v.string(), v.maxLength(200))),
  }),
);

/** What a content script says of the marks on its page; nothing where that makes no sense. */
export function readMarkStates(answer: unknown): readonly MarkState[] {
  return v.is(STATES, answer) ? answer : [];
}
