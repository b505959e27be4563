import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stepsOf } from '../../server/echo-agent/commands.ts';
import { readFrame } from '../../server/echo-agent/incoming.ts';
import { Session } from '../../server/echo-agent/session.ts';
import { anyJson, anyText, anyValue } from '../support/fuzz/any-value.ts';

const anyFrame = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom(
        'conversation_initiation_client_data',
        'client_tool_result',
        'contextual_update',
        'user_activity',
        'feedback',
        'pong',
        'user_message',
      ),
      anyValue,
    ),
    text: fc.oneof(
      fc.constantFrom('/many 3', '/tool __proto__', '/close 1005', '/silence'),
      anyValue,
    ),
    score: fc.oneof(fc.constantFrom('like', null), anyValue),
    event_id: fc.oneof(fc.nat(), anyValue),
    tool_call_id: anyValue,
    result: anyValue,
    is_error: anyValue,
    user_audio_chunk: fc.oneof(fc.base64String(), anyValue),
    conversation_config_override: anyValue,
  },
  { requiredKeys: ['type'] },
);
const anyIncoming = anyJson(anyFrame);

it('whatever a client sends is a frame, nothing, or no JSON', { tags: 'property' }, () => {
  fc.assert(
    fc.property(anyIncoming, (text) => {
      const frame = readFrame(text);
      if (typeof frame === 'string') expect(['ignored', 'unreadable']).toContain(frame);
      else expect(typeof frame.type).toBe('string');
    }),
  );
});

it(
  'a session takes whatever comes, and sends JSON and close codes that there are',
  { tags: 'property' },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyIncoming, { maxLength: 6 }), async (texts) => {
        const ended = new AbortController();
        const session = new Session({
          clock: { now: () => 0, wait: async () => ended.abort() },
          random: () => 'abc',
          greeting: { text: 'Hello', samples: new Int16Array(160) },
          send: (text) => expect(typeof JSON.parse(text).type).toBe('string'),
          close: (code) => expect(code >= 1000 && code < 5000 && code !== 1005).toBe(true),
          signal: ended.signal,
        });
        session.receive(JSON.stringify({ type: 'conversation_initiation_client_data' }));
        for (const text of texts) session.receive(text);
        await Promise.resolve();
      }),
    );
  },
);

it('every typed text is no command, or steps that can be taken', { tags: 'property' }, () => {
  const names = ['help', 'markdown', 'stream', 'correct', 'tool', 'many', 'close', 'error'];
  const anyCommand = fc
    .tuple(fc.constantFrom(...names), fc.oneof(fc.double().map(String), anyText))
    .map(([name, argument]) => `/${name} ${argument}`);
  fc.assert(
    fc.property(fc.oneof(anyCommand, anyText), (text) => {
      const steps = stepsOf(text, () => 'id');
      expect(steps === null).toBe(!text.trim().startsWith('/'));
      expect(steps?.length ?? 1).toBeGreaterThan(0);
      expect(steps?.length ?? 1).toBeLessThanOrEqual(2_000);
    }),
  );
});
