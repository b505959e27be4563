import type { FastifyRequest } from 'fastify';
import { isAgentId } from '../core/agent-id.ts';
import { type Limit, SITE_HEADER } from '../core/limit.ts';
import type { Agent } from './agent.ts';
import type { Budgets } from './budget/budgets.ts';
import type { Wanted } from './elevenlabs/answer.ts';
import type { UpstreamClient } from './elevenlabs/client.ts';
import { type UpstreamFailure, refusalOf } from './elevenlabs/failure.ts';
import type { Metrics } from './metrics.ts';
import type { Access } from './plugins/access.ts';
import type { Refusal } from './refusal.ts';
import type { Token } from './tokens/token.ts';

/** What it takes to begin a conversation. */
export interface MintOptions {
  readonly agents: readonly Agent[];
  readonly access: Access;
  readonly budgets: Budgets;
  readonly upstream: UpstreamClient;
  readonly metrics: Metrics;
  /** Milliseconds since the epoch. */
  readonly today: () => number;
}

/** A conversation that may begin, or why not. */
type Minted =
  | { readonly ok: true; readonly value: string; readonly leaseId: string | null }
  | { readonly ok: false; readonly refusal: Refusal };

/** Asks for one conversation; every request is audited, the address itself never. */
export type Mint = (wanted: Wanted, agentId: string, request: FastifyRequest) => Promise<Minted>;

const AGENT_INVALID: Refusal = { status: 400, error: 'Invalid agent ID', code: 'agent_invalid' };
const AGENT_FORBIDDEN: Refusal = {
  status: 403,
  error: 'This access token is not for this agent.',
  code: 'agent_forbidden',
};
const SITE_FORBIDDEN: Refusal = {
  status: 403,
  error: 'This access token is not for this site.',
  code: 'site_forbidden',
};
const SITE = /^https?:\/\/[\w.:[\]-]{1,200}$/;

/** Makes the one way in which conversations begin. */
export function minting(options: MintOptions): Mint {
  const { access, metrics } = options;
  const listed: ReadonlySet<string> = new Set(options.agents.map(({ id }) => id));
  return async (wanted, agentId, request) => {
    const bearer = await access.bearer(request.headers.authorization);
    const site = siteOf(request);
    const token = bearer.ok ? bearer.token : null;
    const isListed = isAgentId(agentId) && listed.has(agentId);
    const refusal = bearer.ok ? refusalBefore(token, isListed, agentId, site) : bearer.refusal;
    const minted: Minted =
      refusal === null
        ? await begin(options, { wanted, agentId, request, token })
        : { ok: false, refusal };
    const outcome = minted.ok ? 'minted' : minted.refusal.code;
    metrics.minted(outcome);
    const agent = isListed ? agentId : null;
    request.log.info({ audit: { token: token?.name ?? null, agent, site, outcome } }, 'mint');
    return minted;
  };
}

function siteOf({ headers }: FastifyRequest): string | null {
  const site = headers[SITE_HEADER];
  return typeof site === 'string' && SITE.test(site) ? site : null;
}

function refusalBefore(
  token: Token | null,
  isListed: boolean,
  agentId: string,
  site: string | null,
): Refusal | null {
  if (!isListed) return AGENT_INVALID;
  if (token === null) return null;
  const { agents, sites } = token.grant;
  if (agents !== null && !agents.includes(agentId)) return AGENT_FORBIDDEN;
  return sites === null || sites.includes(site ?? '') ? null : SITE_FORBIDDEN;
}

interface Asked {
  readonly wanted: Wanted;
  readonly agentId: string;
  readonly request: FastifyRequest;
  readonly token: Token | null;
}

async function begin(
  { budgets, upstream, metrics, today }: MintOptions,
  { wanted, agentId, request, token }: Asked,
): Promise<Minted> {
  const beginning = await budgets.begin(token);
  if (!beginning.ok) {
    return { ok: false, refusal: usedUp(beginning.limit, beginning.resetsAt, today()) };
  }
  const { leaseId, undo } = beginning;
  const start = performance.now();
  const answer = await upstream.ask(wanted, agentId, request.headers.host);
  metrics.answered(performance.now() - start);
  if (!answer.ok) {
    request.log.warn({ agentId, ...told(answer.failure) }, 'ElevenLabs gave no conversation');
    await undo();
    return { ok: false, refusal: refusalOf(answer.failure, agentId) };
  }
  if (leaseId !== null && answer.conversation !== null) {
    await budgets.name(leaseId, answer.conversation);
  }
  return { ok: true, value: answer.value, leaseId };
}

/** A failure as the log takes it: an error only under `err` keeps its message. */
function told(failure: UpstreamFailure): object {
  if (failure.kind !== 'unreachable') return { failure };
  return { failure: { kind: failure.kind }, err: failure.cause };
}

/** What there is no more of, in the words of a person. */
const SENTENCES: Readonly<Record<Limit, string>> = {
  per_minute: 'Too many conversations were started in this minute.',
  per_day: 'The conversations for today are used up.',
  concurrent: 'As many conversations are running as may at once.',
  minutes_per_day: 'The minutes for today are used up.',
  minutes_per_month: 'The minutes for this month are used up.',
  server_per_day: 'The conversations of this backend for today are used up.',
  server_minutes_per_day: 'The minutes of this backend for today are used up.',
  address_per_minute: 'Too many requests came from this address in a minute.',
};

function usedUp(limit: Limit, resetsAt: number, now: number): Refusal {
  return {
    status: 429,
    error: SENTENCES[limit],
    code: 'limit_reached',
    limit,
    resetsAt: new Date(resetsAt).toISOString(),
    retryAfter: Math.max(1, Math.ceil((resetsAt - now) / 1000)),
  };
}
