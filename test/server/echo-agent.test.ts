import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { bytesOf, joined, millisecondsOf } from '../../server/echo-agent/pcm.ts';
import { configured, EXTENSION, hurried, listening } from '../support/backend.ts';
import { Caller, silence, sound } from '../support/caller.ts';

const SPEED = 20;
const GREETING_ID = 1;
const greeting = sound('assets/sounds/greeting.wav');
const GREETING_MS = millisecondsOf(greeting.length);
const sentence = sound('test/support/sounds/sentence.wav');
const other = sound('test/support/sounds/other.wav');

/** A fresh signed URL of a backend that lives twenty times faster. */
async function signedUrl(): Promise<string> {
  const { host } = await listening(configured(), { clock: hurried(SPEED) });
  const response = await fetch(`http://${host}/api/voice-sdk/signed-url/echo`);
  const body: { signed_url: string } = JSON.parse(await response.text());
  expect(body.signed_url).toContain(`ws://${host}/v1/convai/conversation?agent_id=echo&`);
  return body.signed_url;
}

/** A conversation whose greeting has been heard to its end. */
async function greeted(): Promise<Caller> {
  const caller = await Caller.talking(await signedUrl());
  await caller.hear(GREETING_ID, GREETING_MS);
  // It is sent 300 ms before it is heard; between two pings 2 s pass.
  caller.skip();
  await caller.next('ping');
  await caller.next('ping');
  return caller;
}

describe('beginning', () => {
  it('answers what is typed at once, but greets first', async () => {
    const caller = new Caller(await signedUrl());
    await once(caller.socket, 'open');
    caller.send({ type: 'conversation_initiation_client_data' });
    caller.type('Hi');
    const first = await caller.next('agent_response');
    const second = await caller.next('agent_response');
    expect([first, second].map((said) => said['agent_response_event'])).toEqual([
      { agent_response: expect.stringMatching(/^Hello/), event_id: 1 },
      { agent_response: 'Hi', event_id: 2 },
    ]);
  });

  it('answers the opening message with metadata, then greets aloud', async () => {
    const caller = new Caller(await signedUrl());
    await once(caller.socket, 'open');
    expect(caller.socket.protocol).toBe('convai');
    caller.send({ type: 'conversation_initiation_client_data' });
    await caller.next('audio');
    expect(caller.frames.slice(0, 2)).toEqual([
      {
        type: 'conversation_initiation_metadata',
        conversation_initiation_metadata_event: {
          conversation_id: expect.stringMatching(/^conv_/),
          agent_output_audio_format: 'pcm_16000',
          user_input_audio_format: 'pcm_16000',
        },
      },
      {
        type: 'agent_response',
        agent_response_event: { agent_response: expect.stringMatching(/^Hello/), event_id: 1 },
      },
    ]);
    const heard = await caller.hear(GREETING_ID, GREETING_MS);
    expect(bytesOf(heard).equals(bytesOf(greeting))).toBe(true);
  });

  it('says nothing before the opening message', async () => {
    const caller = new Caller(await signedUrl());
    await once(caller.socket, 'open');
    caller.type('hello?');
    caller.send({ type: 'conversation_initiation_client_data' });
    await caller.next('ping');
    expect(caller.frames[0]?.type).toBe('conversation_initiation_metadata');
    expect(JSON.stringify(caller.frames)).not.toContain('hello?');
  });

  it('writes only, where that was asked for', async () => {
    const caller = await Caller.talking(await signedUrl(), { conversation: { text_only: true } });
    caller.type('hello');
    await caller.next('agent_response');
    expect(caller.heard(GREETING_ID)).toHaveLength(0);
  });
});

describe('signed URL', () => {
  it('works once', async () => {
    const url = await signedUrl();
    await Caller.talking(url);
    const again = new Caller(url);
    expect(await again.closed).toEqual({ code: 3000, reason: expect.stringContaining('used') });
  });

  it('works as it is, or not at all', async () => {
    const forged = new URL(await signedUrl());
    forged.searchParams.set('conversation_signature', 'guess');
    expect((await new Caller(forged.href).closed).code).toBe(3000);
    forged.search = '?agent_id=echo';
    expect((await new Caller(forged.href).closed).code).toBe(3000);
  });

  it('expires', async () => {
    let late = 0;
    const clock = { ...hurried(1), now: () => late };
    const { host } = await listening(configured(), { clock });
    const response = await fetch(`http://${host}/api/voice-sdk/signed-url/echo`);
    const body: { signed_url: string } = JSON.parse(await response.text());
    late = 15 * 60 * 1000;
    expect((await new Caller(body.signed_url).closed).code).toBe(3000);
  });

  it('names the host by which the backend was asked', async () => {
    const { port } = await listening();
    const response = await fetch(`http://localhost:${port}/api/voice-sdk/signed-url/echo`);
    expect(await response.text()).toContain(`"ws://localhost:${port}/v1/convai/conversation?`);
  });

  it('is of no use to a web page, but to the extension', async () => {
    const url = await signedUrl();
    const page = new Caller(url, { origin: 'https://evil.example' });
    const [error] = await once(page.socket, 'error');
    expect(String(error)).toContain('403');
    const extension = new Caller(url, { origin: EXTENSION });
    await once(extension.socket, 'open');
  });

  it('never stands in the log', async () => {
    const lines: string[] = [];
    const log = { write: (line: string) => void lines.push(line) };
    const { host } = await listening(configured({ LOG_LEVEL: 'trace' }), { log });
    const response = await fetch(`http://${host}/api/voice-sdk/signed-url/echo`);
    const body: { signed_url: string } = JSON.parse(await response.text());
    const caller = await Caller.talking(body.signed_url);
    caller.socket.close();
    await caller.closed;
    expect(lines.join()).toContain('conversation begins');
    expect(lines.join()).not.toContain('conversation_signature');
    expect(lines.join()).not.toContain(
      new URL(body.signed_url).searchParams.get('conversation_signature'),
    );
  });
});

describe('speaking', () => {
  it('gives back exactly what was said', async () => {
    const caller = await greeted();
    const said = joined([silence(300), sentence, silence(800)]);
    caller.speak(said);
    expect(await caller.next('user_transcript')).toEqual({
      type: 'user_transcript',
      user_transcription_event: { user_transcript: '(2.6 s of speech)', event_id: 2 },
    });
    expect(await caller.next('agent_response')).toMatchObject({
      agent_response_event: { agent_response: expect.stringContaining('2.6'), event_id: 2 },
    });
    const echo = await caller.hear(2, 3000);
    expect(bytesOf(said).indexOf(bytesOf(echo))).toBeGreaterThan(0);
    expect(bytesOf(other).indexOf(bytesOf(echo))).toBe(-1);
  });

  it('over the agent interrupts it, and is answered', async () => {
    const caller = await Caller.talking(await signedUrl());
    await caller.hear(GREETING_ID, 200);
    caller.speak(joined([sentence, silence(800)]));
    expect(await caller.next('interruption')).toEqual({
      type: 'interruption',
      interruption_event: { event_id: 2 },
    });
    const heardUntilThen = caller.heard(GREETING_ID).length;
    expect(heardUntilThen).toBeLessThan(greeting.length);
    await caller.next('user_transcript');
    await caller.hear(3, 2500);
    expect(caller.heard(GREETING_ID)).toHaveLength(heardUntilThen);
    expect(caller.frames.filter(({ type }) => type === 'interruption')).toHaveLength(1);
  });

  it('a short "yes" over the agent neither stops it nor is answered', async () => {
    const caller = await Caller.talking(await signedUrl());
    caller.speak(joined([sentence.subarray(3200, 3200 + 16 * 180), silence(800)]));
    await caller.hear(GREETING_ID, GREETING_MS);
    expect(caller.frames.map(({ type }) => type)).not.toContain('interruption');
    expect(caller.frames.map(({ type }) => type)).not.toContain('user_transcript');
  });
});

describe('protocol', () => {
  it('pings, and tells how long the pong took', async () => {
    const caller = await Caller.talking(await signedUrl());
    expect(await caller.next('ping')).toEqual({ type: 'ping', ping_event: { event_id: 1 } });
    caller.send({ type: 'pong', event_id: 1 });
    expect(await caller.next('ping')).toEqual({
      type: 'ping',
      ping_event: { event_id: 2, ping_ms: expect.any(Number) },
    });
  });

  it('accepts what needs no answer, and what nobody knows', async () => {
    const caller = await Caller.talking(await signedUrl());
    caller.send({ type: 'feedback', score: 'love', event_id: 1 });
    caller.send({ type: 'from_the_future' });
    caller.send({ type: 'user_message', text: 7 });
    caller.send({ user_audio_chunk: '*' });
    caller.type('still there?');
    expect(await caller.next('agent_response')).toMatchObject({
      agent_response_event: { agent_response: 'still there?', event_id: 2 },
    });
  });

  it.each(['nonsense', '[]', 'null', '7', Buffer.from('{}')])(
    'ends with 1008 for %s',
    async (text) => {
      const caller = await Caller.talking(await signedUrl());
      caller.socket.send(text);
      expect((await caller.closed).code).toBe(1008);
    },
  );
});
