import { createHmac } from 'node:crypto';

/** What ElevenLabs reports of a conversation that is over. */
export function callOf(
  seconds: number,
  conversation_id = 'conv_1',
  type = 'post_call_transcription',
): string {
  const transcript = [{ role: 'agent', message: 'Grüß Gott' }];
  const metadata = { call_duration_secs: seconds, cost: 7 };
  const data = { agent_id: 'a', conversation_id, transcript, metadata };
  return JSON.stringify({ type, event_timestamp: 1, data });
}

/** A signature as ElevenLabs makes it, at this time in milliseconds since the epoch. */
export function signatureOf(body: string, at: number, secret: string): string {
  const seconds = Math.floor(at / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v0=${digest}`;
}
