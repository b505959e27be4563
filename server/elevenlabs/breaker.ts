import type { UpstreamAnswer } from './answer.ts';
import type { UpstreamClient } from './client.ts';
import type { UpstreamFailure } from './failure.ts';

/** How many failures in a row, all the same, it takes to ask no more. */
const ENOUGH = 5;
/** For how long nobody is asked then, in milliseconds. */
const OPEN_MS = 30_000;

/** How an agent fared lately. */
interface Circuit {
  readonly sort: string;
  readonly failure: UpstreamFailure;
  readonly times: number;
  /** Until when nobody is asked; 0 where somebody is. */
  readonly openUntil: number;
}

/**
 * Spares ElevenLabs, and people their waiting, what has just failed for others again and again: for half a
 * minute, that agent's failure is answered without asking. The first one after that is a trial.
 * @param now milliseconds on a clock that never goes back
 */
export function withBreaker(client: UpstreamClient, now: () => number): UpstreamClient {
  const circuits = new Map<string, Circuit>();

  function note(agentId: string, answer: UpstreamAnswer): void {
    if (answer.ok) return void circuits.delete(agentId);
    const { failure } = answer;
    const sort = sortOf(failure);
    const before = circuits.get(agentId);
    const times = before?.sort === sort ? before.times + 1 : 1;
    const openUntil = times >= ENOUGH ? now() + OPEN_MS : 0;
    circuits.set(agentId, { sort, failure, times, openUntil });
  }

  return {
    async ask(wanted, agentId, callersHost) {
      const circuit = circuits.get(agentId);
      const left = (circuit?.openUntil ?? 0) - now();
      if (circuit !== undefined && left > 0) {
        const retryAfter = Math.ceil(left / 1000);
        return { ok: false, failure: { ...circuit.failure, retryAfter } };
      }
      const answer = await client.ask(wanted, agentId, callersHost);
      note(agentId, answer);
      return answer;
    },
    close: () => client.close(),
  };
}

function sortOf(failure: UpstreamFailure): string {
  return 'status' in failure ? `${failure.kind} ${failure.status}` : failure.kind;
}
