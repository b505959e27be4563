import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import { isAgentId } from '../../../core/agent-id.ts';
import { backendFailure } from '../../../core/backend-answer.ts';
import type { Failure } from '../../../core/failure.ts';
import type { Agent } from '../backend.ts';
import type { Beside, PanelDoors } from './doors.ts';

/** An agent that can be chosen. */
export type Choice = Pick<Agent, 'id' | 'name'>;

/** Whom one can talk to, by the backend's catalogue and by the page beside the panel. */
export interface Agents {
  readonly choices: ReadonlySignal<readonly Choice[]>;
  /** The id of the one that is chosen; empty where there is none. */
  readonly chosen: ReadonlySignal<string>;
  readonly names: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Why the backend could not tell. */
  readonly failure: ReadonlySignal<Failure | null>;
  readonly tabId: ReadonlySignal<number>;
  choose(id: string): void;
  /** Resolves once somebody can be chosen, or nobody was found. */
  known(): Promise<void>;
  /** Looks again at the page beside and at the catalogue. */
  refresh(): Promise<void>;
}

type Doors = Pick<PanelDoors, 'settings' | 'fetchAgents' | 'findBeside'>;

/** No tab has this id. */
const NO_TAB = -1;

/** @param talkedTo the agent of the last conversation, who is offered first */
export function createAgents(
  { settings, fetchAgents, findBeside }: Doors,
  talkedTo: ReadonlySignal<string | null>,
): Agents {
  const catalogue = signal<readonly Choice[]>([]);
  const beside = signal<Beside | null>(null);
  const failure = signal<Failure | null>(null);
  const wanted = signal<string | null>(null);
  const backendUrl = computed(() => settings.value.backendUrl);
  const names = computed(() => new Map(catalogue.value.map(({ id, name }) => [id, name])));
  const choices = computed(() => choicesOf(catalogue.value, beside.value, talkedTo.value));

  async function look(url: string): Promise<void> {
    const [answer, page] = await Promise.all([fetchAgents(url), findBeside().catch(() => null)]);
    if (url !== backendUrl.peek()) return;
    beside.value = page;
    catalogue.value = (answer.ok && answer.value) || [];
    failure.value = answer.ok ? null : backendFailure(answer.trouble);
  }

  let looking = Promise.resolve();
  effect(() => void (looking = look(backendUrl.value)));
  return {
    choices,
    names,
    failure,
    chosen: computed(() => firstOf(choices.value, [wanted.value, talkedTo.value])),
    tabId: computed(() => beside.value?.tabId ?? NO_TAB),
    choose: (id) => (wanted.value = id),
    known: () => looking,
    refresh: () => (looking = look(backendUrl.peek())),
  };
}

function choicesOf(
  catalogue: readonly Choice[],
  beside: Beside | null,
  talkedTo: string | null,
): readonly Choice[] {
  const ids = [
    ...(beside?.cards ?? []).map(({ agentId }) => agentId),
    ...(talkedTo === null ? [] : [talkedTo]),
  ];
  const others = new Set(ids.filter(isAgentId)).difference(new Set(catalogue.map(({ id }) => id)));
  return [...catalogue, ...[...others].map((id) => ({ id, name: id }))];
}

function firstOf(choices: readonly Choice[], wanted: readonly (string | null)[]): string {
  const found = wanted.find((id) => choices.some((choice) => choice.id === id));
  return found ?? choices[0]?.id ?? '';
}
