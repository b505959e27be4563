import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { Agent, type Dispatcher } from 'undici';
import { CONVERSATION_PATH } from '../../core/signed-url.ts';
import type { UpstreamFailure } from './failure.ts';

/** A signed URL, or why there is none. */
type UpstreamAnswer =
  | { readonly ok: true; readonly signedUrl: string }
  | { readonly ok: false; readonly failure: UpstreamFailure };

/** Asks ElevenLabs, or whoever speaks its protocol, for signed URLs. */
export interface UpstreamClient {
  /**
   * Asks for one conversation with an agent.
   * @param callersHost the Host header by which our own caller reached us
   */
  signedUrl(agentId: string, callersHost?: string): Promise<UpstreamAnswer>;
  close(): Promise<void>;
}

export interface UpstreamOptions {
  /** Where to ask, asked for each time: the echo agent's port is known only once it listens. */
  readonly origin: () => string;
  readonly apiKey: string;
  /** Whether to ask under the caller's Host, as the echo agent needs: it answers with that host. */
  readonly asCaller: boolean;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
}

/** Where signed URLs are asked for. The form with underscores is deprecated. */
const SIGNED_URL_PATH = `${CONVERSATION_PATH}/get-signed-url`;

const MAX_BODY_BYTES = 16 * 1024;
const SignedUrlBody = Type.Object({
  signed_url: Type.String({ pattern: '^wss?://', maxLength: 4096 }),
});

/** A client over one pool of kept connections. It follows no redirects. */
export function upstreamClient(options: UpstreamOptions): UpstreamClient {
  const { origin, apiKey, asCaller, timeoutMs } = options;
  const agent = new Agent({ connections: 16 });

  async function signedUrl(agentId: string, callersHost?: string): Promise<UpstreamAnswer> {
    const query = new URLSearchParams({ agent_id: agentId, include_conversation_id: 'true' });
    const host = asCaller && callersHost !== undefined ? { host: callersHost } : {};
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await agent.request({
        origin: origin(),
        path: `${SIGNED_URL_PATH}?${query.toString()}`,
        method: 'GET',
        headers: { 'xi-api-key': apiKey, ...host },
        signal,
      });
      return await read(response);
    } catch (cause) {
      return failed(signal.aborted ? { kind: 'timeout' } : { kind: 'unreachable', cause });
    }
  }

  return { signedUrl, close: () => agent.close() };
}

async function read({
  statusCode,
  headers,
  body,
}: Dispatcher.ResponseData): Promise<UpstreamAnswer> {
  if (statusCode !== 200) {
    await body.dump({ limit: MAX_BODY_BYTES });
    return failed(failureOf(statusCode, String(headers['retry-after'])));
  }
  const parsed = parse(await readCapped(body));
  if (parsed === undefined) return failed({ kind: 'unreadable', status: statusCode });
  if (!Value.Check(SignedUrlBody, parsed)) return failed({ kind: 'no_url' });
  return { ok: true, signedUrl: parsed.signed_url };
}

function failureOf(status: number, retryAfter: string): UpstreamFailure {
  if (status < 400 || status > 599) return { kind: 'unreadable', status };
  // Only seconds are passed on: a date would be read against another clock.
  if (!/^\d{1,6}$/.test(retryAfter)) return { kind: 'status', status };
  return { kind: 'status', status, retryAfter: Number(retryAfter) };
}

/** The body as text; empty, which no parser accepts, when it is too long. */
async function readCapped(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failed(failure: UpstreamFailure): UpstreamAnswer {
  return { ok: false, failure };
}
