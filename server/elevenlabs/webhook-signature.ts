import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old, or how far ahead, a signature may be, in milliseconds, as ElevenLabs has it. */
const TOLERANCE_MS = 30 * 60_000;

/**
 * Whether ElevenLabs signed these bytes, lately: `t=<seconds>,v0=<HMAC-SHA256 of "t.body", in hexadecimal>`.
 * @param signature the header `ElevenLabs-Signature`
 * @param now milliseconds since the epoch
 * @see https://elevenlabs.io/docs/eleven-agents/workflows/post-call-webhooks
 */
export function isSigned(
  body: Buffer,
  signature: string | undefined,
  secret: string,
  now: number,
): boolean {
  const [, seconds, digest] = /^t=(\d{1,12}),v0=([0-9a-f]{64})$/.exec(signature ?? '') ?? [];
  if (seconds === undefined || digest === undefined) return false;
  if (Math.abs(now - 1000 * Number(seconds)) > TOLERANCE_MS) return false;
  const right = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
  return timingSafeEqual(Buffer.from(digest, 'hex'), right);
}
