import { signal } from '@preact/signals';
import { backendFailure } from '../../core/backend-answer.ts';
import type { Failure } from '../../core/failure.ts';
import type { BackendAnswer } from '../shared/backend.ts';
import type { Usage } from '../shared/backend-access.ts';

/** What is asked about a backend's token. */
export interface UsageDoors {
  readonly loadToken: (backendUrl: string) => Promise<string | null>;
  readonly fetchUsage: (backendUrl: string) => Promise<BackendAnswer<Usage>>;
}

/** Whether there is a token for a backend, and what the backend says to it; the latest look counts. */
export function createUsageView({ loadToken, fetchUsage }: UsageDoors) {
  /** The token itself is never shown again. */
  const hasToken = signal(false);
  const usage = signal<Usage | null>(null);
  const trouble = signal<Failure | null>(null);
  let latest = 0;

  async function look(backendUrl: string): Promise<void> {
    const mine = ++latest;
    const has = (await loadToken(backendUrl)) !== null;
    const answer = has ? await fetchUsage(backendUrl) : null;
    if (mine !== latest) return;
    hasToken.value = has;
    usage.value = answer?.ok ? answer.value : null;
    trouble.value = answer === null || answer.ok ? null : backendFailure(answer.trouble);
  }

  return { hasToken, usage, trouble, look };
}
