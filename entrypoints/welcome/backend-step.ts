import { type ReadonlySignal, effect, signal } from '@preact/signals';
import type { Agent, BackendAnswer } from '../shared/backend.ts';
import { type Check, checkOf } from '../shared/ui/backend-check.ts';

/** What the step needs from the outside. */
export interface BackendStepDoors {
  readonly fetchAgents: (backendUrl: string) => Promise<BackendAnswer<Agent[] | null>>;
}

/** Looks for the backend. */
export type BackendStep = ReturnType<typeof createBackendStep>;

/** What the welcome page knows of the backend at the address in the settings. */
export function createBackendStep(
  backendUrl: ReadonlySignal<string>,
  { fetchAgents }: BackendStepDoors,
) {
  const check = signal<Check>({ is: 'untested' });
  let latest = 0;

  async function ask(url: string): Promise<void> {
    latest += 1;
    const mine = latest;
    const result = checkOf(await fetchAgents(url));
    if (mine === latest) check.value = result;
  }

  effect(() => {
    const url = backendUrl.value;
    check.value = { is: 'running' };
    void ask(url);
  });

  return {
    backendUrl,
    check,
    /** Looks again because the person says so, and shows it. */
    async again(): Promise<void> {
      check.value = { is: 'running' };
      await ask(backendUrl.value);
    },
    /** Looks again unasked, where the last answer was none; what is shown stays until there is news. */
    async notice(): Promise<void> {
      if (check.value.is === 'failed') await ask(backendUrl.value);
    },
  };
}

/** Whether the backend works. */
export function isFound({ is }: Check): boolean {
  return is === 'connected' || is === 'no catalogue';
}
