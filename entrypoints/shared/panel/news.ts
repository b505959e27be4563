import { type ReadonlySignal, effect, signal } from '@preact/signals';
import type { State } from '../../../core/conversation.ts';
import type { Entry } from '../../../core/transcript.ts';
import type { Showing } from './showing.ts';

/** Something a person is told who does not see the panel. */
export type Item = Entry | 'copied';

/** What is told at once. */
interface Bulletin {
  /** Counts them: the same words said twice are told twice. */
  readonly nth: number;
  readonly items: readonly Item[];
}

/** What was new last. */
export interface News {
  readonly latest: ReadonlySignal<Bulletin>;
  tell(item: Item): void;
}

/** @param volume how loud the agent is: what can be heard is not read out as well */
export function createNews({ conversation }: Showing, volume: ReadonlySignal<number>): News {
  const latest = signal<Bulletin>({ nth: 0, items: [] });
  const publish = (items: readonly Item[]) => {
    latest.value = { nth: latest.peek().nth + 1, items };
  };
  let before: State = null;
  effect(() => {
    const now = conversation.value;
    const isHeard = now?.mode === 'voice' && volume.peek() > 0;
    const fresh = newEntries(before, now).filter(({ kind }) => kind !== 'turn' || !isHeard);
    before = now;
    if (fresh.length > 0) publish(fresh);
  });
  return { latest, tell: (item) => publish([item]) };
}

/** What the other side has said or done since, once it is whole. */
export function newEntries(before: State, now: State): readonly Entry[] {
  if (before === null || before.id !== now?.id) return [];
  return now.entries.filter((entry, i) => isNews(before.entries[i], entry));
}

function isNews(before: Entry | undefined, now: Entry): boolean {
  if (now === before) return false;
  if (now.kind !== 'turn') return true;
  // What is corrected or judged has been told.
  const wasWhole = before?.kind === 'turn' && !before.isPartial;
  return now.role === 'agent' && !now.isPartial && !wasWhole;
}
