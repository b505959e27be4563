import { PREFETCH_KEPT_MS } from '../../core/prefetch.ts';
import type { Site } from '../../core/site.ts';
import { type BackendAnswer, type Minted, fetchSignedUrl } from '../shared/backend.ts';
import { tellUnused } from './lease.ts';
import { stayAwake } from './stay-awake.ts';

/** What an address is asked for. */
interface Wanted {
  readonly backendUrl: string;
  readonly agentId: string;
  readonly site: Site | null;
}

/** An address that was asked for ahead, for whom, and until when it may be used. */
interface Kept {
  readonly wanted: Wanted;
  readonly answer: Promise<BackendAnswer<Minted>>;
  readonly until: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** In memory alone: whoever has it can talk to the agent. One at a time, for each occupies a conversation at the backend. */
let kept: Kept | null = null;

/** Asks for an address ahead, unless one is there; another's is given back. */
export function fetchAhead(wanted: Wanted): void {
  if (kept && isGoodFor(kept, wanted)) return;
  void forgetKept();
  const answer = fetchSignedUrl(wanted.backendUrl, wanted.agentId, wanted.site);
  const timer = setTimeout(() => void forgetKept(), PREFETCH_KEPT_MS);
  kept = { wanted, answer, until: Date.now() + PREFETCH_KEPT_MS, timer };
  stayAwake(PREFETCH_KEPT_MS);
}

/** The address that was asked for ahead, for once; null where there is none, and then none is kept for anybody else. */
export async function takeKept(wanted: Wanted): Promise<Minted | null> {
  const mine = kept;
  if (mine === null || !isGoodFor(mine, wanted)) {
    await forgetKept();
    return null;
  }
  clearTimeout(mine.timer);
  kept = null;
  const answer = await mine.answer;
  // What went wrong ahead of the click is no answer to it.
  if (!answer.ok) return null;
  const { lease } = answer.value;
  if (lease) void tellUnused(mine.wanted.backendUrl, lease.id, 'begins');
  return answer.value;
}

/** Forgets the address that is kept, and gives it back where the backend takes it. */
export async function forgetKept(): Promise<void> {
  if (kept === null) return;
  const { wanted, answer, timer } = kept;
  clearTimeout(timer);
  kept = null;
  const unused = await answer;
  if (!unused.ok || !unused.value.lease) return;
  await tellUnused(wanted.backendUrl, unused.value.lease.id, 'is over');
}

function isGoodFor({ wanted, until }: Kept, { backendUrl, agentId, site }: Wanted): boolean {
  const isSame =
    wanted.backendUrl === backendUrl && wanted.agentId === agentId && wanted.site === site;
  return isSame && Date.now() < until;
}
