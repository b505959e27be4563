import * as v from 'valibot';
import { LIMITS } from '../../core/limit.ts';
import { type BackendAnswer, ask } from './backend.ts';

const PAIRED = v.object({ token: v.pipe(v.string(), v.regex(/^[\w-]{1,200}$/)) });
const TIME = v.nullable(v.pipe(v.string(), v.isoTimestamp()));
const USAGE = v.object({
  token: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  expiresAt: TIME,
  isEstimate: v.boolean(),
  figures: v.pipe(
    v.array(
      v.object({
        limit: v.picklist(LIMITS),
        used: v.pipe(v.number(), v.minValue(0)),
        most: v.nullable(v.pipe(v.number(), v.minValue(0))),
        resetsAt: TIME,
      }),
    ),
    v.maxLength(20),
  ),
});

/** What a token has used and may use; times are ISO 8601. */
export type Usage = v.InferOutput<typeof USAGE>;

/** Exchanges a code that whoever runs the backend has shown for a token. */
export async function pairWithCode(
  backendUrl: string,
  code: string,
): Promise<BackendAnswer<string>> {
  const answer = await ask(backendUrl, '/api/voice-sdk/pair', PAIRED, { body: { code } });
  return answer.ok ? { ok: true, value: answer.value.token } : answer;
}

/** Asks what the token for this backend has used. */
export function fetchUsage(backendUrl: string): Promise<BackendAnswer<Usage>> {
  return ask(backendUrl, '/api/voice-sdk/usage', USAGE);
}
