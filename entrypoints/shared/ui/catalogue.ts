import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import { backendFailure } from '../../../core/backend-answer.ts';
import type { Failure } from '../../../core/failure.ts';
import type { Settings } from '../../../core/settings.ts';
import type { Agent, BackendAnswer } from '../backend.ts';

/** What the backend offers: names by ids, or null while nobody knows. */
export type Catalogue = ReadonlyMap<string, string> | null;

/** What the backend offers. */
export interface LiveCatalogue {
  /** Null while the backend does not tell. */
  readonly names: ReadonlySignal<Catalogue>;
  /** Why it does not, where that is a failure. */
  readonly trouble: ReadonlySignal<Failure | null>;
}

/** What the backend offers, at whatever address the settings name by now. */
export function liveCatalogue(
  settings: ReadonlySignal<Settings>,
  fetchAgents: (backendUrl: string) => Promise<BackendAnswer<Agent[] | null>>,
): LiveCatalogue {
  const names = signal<Catalogue>(null);
  const trouble = signal<Failure | null>(null);
  const backendUrl = computed(() => settings.value.backendUrl);
  const load = async (asked: string) => {
    const answer = await fetchAgents(asked);
    if (asked !== backendUrl.peek()) return;
    const agents = answer.ok ? answer.value : null;
    names.value = agents && new Map(agents.map(({ id, name }) => [id, name]));
    trouble.value = answer.ok ? null : backendFailure(answer.trouble);
  };
  effect(() => void load(backendUrl.value));
  return { names, trouble };
}
