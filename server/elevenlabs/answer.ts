import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Reply } from './exchange.ts';
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

const conversation_id = Type.Optional(
  Type.Union([Type.String({ pattern: '^[\\w-]{1,128}$' }), Type.Null()]),
);
const SignedUrlBody = Compile(
  Type.Object({
    signed_url: Type.String({ pattern: '^wss?://', maxLength: 4096 }),
    conversation_id,
  }),
);
const TokenBody = Compile(
  Type.Object({
    token: Type.String({ pattern: '^[\\w.~+/=-]+$', maxLength: 8192 }),
    conversation_id,
  }),
);

/** Understands a reply, of which nothing is believed. */
export function understand({ status, retryAfter, text }: Reply, wanted: Wanted): UpstreamAnswer {
  if (status !== 200) return failed(failureOf(status, retryAfter));
  const parsed = parse(text);
  if (parsed === undefined) return failed({ kind: 'unreadable', status });
  return find(parsed, wanted) ?? failed({ kind: 'no_url' });
}

/** An answer that is none. */
export function failed(failure: UpstreamFailure): UpstreamAnswer {
  return { ok: false, failure };
}

function find(body: unknown, wanted: Wanted): UpstreamAnswer | null {
  if (wanted === 'signed_url' && SignedUrlBody.Check(body)) {
    return { ok: true, value: body.signed_url, conversation: body.conversation_id ?? null };
  }
  if (wanted === 'token' && TokenBody.Check(body)) {
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
