import * as v from 'valibot';
import { isAgentId } from '../../core/agent-id.ts';
import type { BackendTrouble } from '../../core/backend-answer.ts';
import { SITE_HEADER } from '../../core/limit.ts';
import type { Lease } from '../../core/line.ts';
import type { Site } from '../../core/site.ts';
import { loadToken } from './backend-token.ts';
import { readBody } from './read-body.ts';

/** How long the backend may take to answer, in milliseconds. */
const DEADLINE_MS = 5_000;
/** How much it may say, in bytes. */
const MAX_BODY = 16_384;

const ERROR = v.object({
  error: v.string(),
  code: v.optional(v.string()),
  limit: v.optional(v.string()),
});
const LEASE = v.object({
  id: v.pipe(v.string(), v.maxLength(100)),
  renewEverySeconds: v.pipe(v.number(), v.minValue(1), v.maxValue(600)),
});
const SIGNED_URL = v.object({
  signed_url: v.pipe(v.string(), v.url(), v.maxLength(4096)),
  lease: v.optional(LEASE),
});
const AGENTS = v.array(
  v.object({
    id: v.custom<string>(isAgentId),
    name: v.pipe(v.string(), v.maxLength(200)),
    description: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  }),
);

/** An agent that the backend offers. */
export type Agent = v.InferOutput<typeof AGENTS>[number];

/** What the backend answered: a value of the expected shape, or what went wrong. */
export type BackendAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: BackendTrouble };

/** Where to talk to an agent, and by which lease the backend hears of it. */
export interface Minted {
  readonly signedUrl: string;
  readonly lease?: Lease;
}

/**
 * Asks for a single-use address at which to talk to an agent; not yet checked for where it leads.
 * @param site from which the conversation is started; told to backends that know us by a token
 */
export async function fetchSignedUrl(
  backendUrl: string,
  agentId: string,
  site: Site | null = null,
): Promise<BackendAnswer<Minted>> {
  const path = `/api/voice-sdk/signed-url/${encodeURIComponent(agentId)}`;
  const answer = await ask(backendUrl, path, SIGNED_URL, { site });
  if (!answer.ok) return answer;
  const { signed_url: signedUrl, lease } = answer.value;
  if (lease === undefined) return { ok: true, value: { signedUrl } };
  const { id, renewEverySeconds } = lease;
  return { ok: true, value: { signedUrl, lease: { id, everyMs: 1000 * renewEverySeconds } } };
}

/**
 * Asks which agents there are; null when the backend has no catalogue, as one written from the
 * guide has none.
 */
export async function fetchAgents(backendUrl: string): Promise<BackendAnswer<Agent[] | null>> {
  const answer = await ask(backendUrl, '/api/voice-sdk/agents', AGENTS);
  if (answer.ok || !isMissing(answer.trouble)) return answer;
  const token = await ask(backendUrl, '/api/voice-sdk/token', v.object({ token: v.unknown() }));
  return token.ok ? { ok: true, value: null } : answer;
}

function isMissing(trouble: BackendTrouble): boolean {
  return 'status' in trouble && trouble.status === 404;
}

/** What goes with a question. */
interface Extras {
  readonly site?: Site | null;
  /** What is sent, as JSON; without it, nothing is. */
  readonly body?: object;
}

/** Asks a backend, showing it the token that it gave us, if it did. */
export async function ask<S extends v.GenericSchema>(
  backendUrl: string,
  path: string,
  schema: S,
  extras: Extras = {},
): Promise<BackendAnswer<v.InferOutput<S>>> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    const token = await loadToken(backendUrl);
    const response = await fetch(backendUrl + path, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json', ...headersOf(token, extras) },
      ...(extras.body !== undefined && { method: 'POST', body: JSON.stringify(extras.body) }),
    });
    if (response.type === 'opaqueredirect') return troubled({ kind: 'redirected' });
    return understand(response, await readJson(response), schema);
  } catch {
    // What fetch throws tells only whether our own deadline was the reason.
    return troubled({ kind: signal.aborted ? 'timeout' : 'unreachable' });
  }
}

function headersOf(token: string | null, { site, body }: Extras): Record<string, string> {
  return {
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(token !== null && site && { [SITE_HEADER]: site }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
}

function understand<S extends v.GenericSchema>(
  response: Response,
  body: unknown,
  schema: S,
): BackendAnswer<v.InferOutput<S>> {
  const { status } = response;
  if (response.ok) {
    const read = v.safeParse(schema, body);
    return read.success
      ? { ok: true, value: read.output }
      : troubled({ kind: 'unreadable', status });
  }
  const said = v.safeParse(ERROR, body);
  if (!said.success) return troubled({ kind: 'unreadable', status });
  const { code, limit } = said.output;
  return troubled({
    kind: 'refused',
    status,
    ...(code === undefined ? {} : { code }),
    ...(limit === undefined ? {} : { limit }),
    ...retryAfter(response.headers.get('retry-after')),
  });
}

function troubled(what: BackendTrouble): { ok: false; trouble: BackendTrouble } {
  return { ok: false, trouble: what };
}

function retryAfter(header: string | null): { retryAfter?: number } {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: seconds } : {};
}

/** The body as JSON, or undefined where it is none or longer than anything we expect. */
async function readJson(response: Response): Promise<unknown> {
  const text = await readBody(response, MAX_BODY);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
