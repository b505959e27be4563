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

/** An address that was asked for before anybody needed it, for whom, and until when it may be used. */
interface Kept {
  readonly wanted: Wanted;
  /** Whether nobody has clicked yet. */
  readonly isAhead: boolean;
  readonly answer: Promise<BackendAnswer<Minted>>;
  readonly until: number;
  readonly timer: ReturnType<typeof setTimeout>;
  /** Whether the backend has answered. */
  isThere: boolean;
}

/** In memory alone: whoever has it can talk to the agent. One at a time, for each occupies a conversation at the backend. */
let kept: Kept | null = null;

/** Asks for an address ahead of a click, unless one is there; another's is given back. */
export function fetchAhead(wanted: Wanted): void {
  if (keep(wanted, true)) stayAwake(PREFETCH_KEPT_MS);
}

/** Asks for an address at a click, while whoever is going to use it comes to be, unless one is there. */
export function fetchAtClick(wanted: Wanted): void {
  keep(wanted, false);
}

function keep(wanted: Wanted, isAhead: boolean): boolean {
  if (kept && isGoodFor(kept, wanted)) return false;
  void forgetKept();
  const answer = fetchSignedUrl(wanted.backendUrl, wanted.agentId, wanted.site);
  const timer = setTimeout(() => void forgetKept(), PREFETCH_KEPT_MS);
  const until = Date.now() + PREFETCH_KEPT_MS;
  const mine: Kept = { wanted, isAhead, answer, until, timer, isThere: false };
  kept = mine;
  void answer.then(() => (mine.isThere = true));
  return true;
}

/** Whether an address is there that can be taken without waiting. */
export function isKept(wanted: Wanted): boolean {
  return kept !== null && kept.isThere && isGoodFor(kept, wanted);
}

/** What became of the address that was asked for already, for once; null where there is none, and then none is kept for anybody else. */
export async function takeKept(wanted: Wanted): Promise<BackendAnswer<Minted> | null> {
  const mine = kept;
  if (mine === null || !isGoodFor(mine, wanted)) {
    await forgetKept();
    return null;
  }
  clearTimeout(mine.timer);
  kept = null;
  const answer = await mine.answer;
  if (!mine.isAhead) return answer;
  // What went wrong ahead of the click is no answer to it.
  if (!answer.ok) return null;
  const { lease } = answer.value;
  if (lease) void tellUnused(mine.wanted.backendUrl, lease.id, 'begins');
  return answer;
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
