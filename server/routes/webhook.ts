import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Budgets } from '../budget/budgets.ts';
import { isSigned } from '../elevenlabs/webhook-signature.ts';
import { ERRORS, type Refusal, refuse } from '../refusal.ts';

export interface WebhookOptions {
  readonly budgets: Budgets;
  readonly secret: string;
  /** Milliseconds since the epoch. */
  readonly today: () => number;
}

/** A report carries the transcript, of which nothing is looked at. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

const Report = Type.Object({
  type: Type.Literal('post_call_transcription'),
  data: Type.Object({
    conversation_id: Type.String({ pattern: '^[\\w-]{1,128}$' }),
    metadata: Type.Object({ call_duration_secs: Type.Number({ minimum: 0, maximum: 86_400 }) }),
  }),
});
const schema = {
  summary: 'Takes post-call webhooks of ElevenLabs',
  headers: Type.Object({ 'elevenlabs-signature': Type.Optional(Type.String()) }),
  response: { 200: Type.Object({ counted: Type.Boolean() }), ...ERRORS },
};

const REFUSED: Refusal = {
  status: 401,
  error: 'This is not signed by ElevenLabs, or too long ago.',
  code: 'webhook_refused',
};

/** `POST /api/voice-sdk/webhook`: what ElevenLabs reports of conversations that are over. */
export const webhookRoute: FastifyPluginCallbackTypebox<WebhookOptions> = (app, options, done) => {
  const { budgets, secret, today } = options;
  // What is signed are the bytes themselves.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, parsed) =>
    parsed(null, body),
  );
  const bodyLimit = MAX_BODY_BYTES;
  app.post('/api/voice-sdk/webhook', { schema, bodyLimit }, async (request, reply) => {
    const { body, headers } = request;
    const signature = headers['elevenlabs-signature'];
    if (!Buffer.isBuffer(body) || !isSigned(body, signature, secret, today())) {
      return refuse(reply, REFUSED);
    }
    const report = parse(body);
    // Other events, and fields yet to come, are none of ours; refusing them would end all reports.
    if (!Value.Check(Report, report)) return { counted: false };
    const { conversation_id, metadata } = report.data;
    const durationMs = Math.round(metadata.call_duration_secs * 1000);
    return { counted: await budgets.report(conversation_id, durationMs) };
  });
  done();
};

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
