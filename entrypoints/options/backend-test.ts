import { signal } from '@preact/signals';
import { normalBackendUrl } from '../../core/backend-url.ts';
import { type Agent, type BackendAnswer } from '../shared/backend.ts';
import { type Check, checkOf } from '../shared/ui/backend-check.ts';

/** Asks a backend which agents it has. */
export type FetchAgents = (backendUrl: string) => Promise<BackendAnswer<Agent[] | null>>;

/** The test of a backend: one at a time, of which the latest counts. */
export function createBackendTest(fetchAgents: FetchAgents) {
  const check = signal<Check>({ is: 'untested' });
  /** Whether the test ran without the permission that was asked for. */
  const refused = signal(false);
  let latest = 0;

  /** What is known does not hold any more, nor does what is on its way. */
  function forget(): void {
    latest += 1;
    check.value = { is: 'untested' };
    refused.value = false;
  }

  /** Tests a backend once the person has answered whether its origin may be read. */
  async function run(address: URL, asked: Promise<boolean>): Promise<void> {
    forget();
    const mine = latest;
    check.value = { is: 'running' };
    const granted = await asked.catch(() => false);
    const result = checkOf(await fetchAgents(normalBackendUrl(address)));
    if (mine !== latest) return;
    refused.value = !granted;
    check.value = result;
  }

  return { check, refused, forget, run };
}
