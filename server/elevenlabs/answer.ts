import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Dispatcher } from 'undici';
import type { UpstreamFailure } from './failure.ts';

/** What was asked for, or why there is none. */
export type UpstreamAnswer =
  | {
      readonly ok: true;
      /** A signed URL, or a token. */
      readonly value: string;
      /** The conversation that it is for, where ElevenLabs said so. */
      readonly conversation: string | null;
    }
  | { readonly ok: false; readonly failure: UpstreamFailure };

/** What is asked for. */
export type Wanted = 'signed_url' | 'token';

const MAX_BODY_BYTES = 16 * 1024;
const conversation_id = Type.Optional(
  Type.Union([Type.String({ pattern: '^[\\w-]{1,128}$' }), Type.Null()]),
);
const SignedUrlBody = Type.Object({
  signed_url: Type.String({ pattern: '^wss?://', maxLength: 4096 }),
  conversation_id,
});
const TokenBody = Type.Object({
  token: Type.String({ pattern: '^[\\w.~+/=-]+$', maxLength: 8192 }),
  conversation_id,
});

/** Reads an answer, of which nothing is believed. */
export async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  wanted: Wanted,
): Promise<UpstreamAnswer> {
  if (statusCode !== 200) {
    await body.dump({ limit: MAX_BODY_BYTES });
    return failed(failureOf(statusCode, String(headers['retry-after'])));
  }
  const parsed = parse(await readCapped(body));
  if (parsed === undefined) return failed({ kind: 'unreadable', status: statusCode });
  return understand(parsed, wanted) ?? failed({ kind: 'no_url' });
}

/** An answer that is none. */
export function failed(failure: UpstreamFailure): UpstreamAnswer {
  return { ok: false, failure };
}

function understand(body: unknown, wanted: Wanted): UpstreamAnswer | null {
  if (wanted === 'signed_url' && Value.Check(SignedUrlBody, body)) {
    return { ok: true, value: body.signed_url, conversation: body.conversation_id ?? null };
  }
  if (wanted === 'token' && Value.Check(TokenBody, body)) {
    return { ok: true, value: body.token, conversation: body.conversation_id ?? null };
  }
  return null;
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
