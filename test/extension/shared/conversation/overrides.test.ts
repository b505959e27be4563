import { expect, test } from 'vitest';
import { overridesOf } from '../../../../entrypoints/shared/conversation/overrides.ts';

test('a card that asks for nothing overrides nothing', () => {
  expect(overridesOf({})).toEqual({ overrides: { agent: {} } });
});

test('what a card asks for stands where the SDK looks for it', () => {
  const asked = overridesOf({
    name: 'Ada',
    prompt: 'Be brief.',
    firstMessage: 'Welcome.',
    language: 'de',
    voiceId: 'v1',
    dynamicVariables: { plan: 'free', seats: 3 },
    userId: 'u1',
    textOnly: true,
  });
  expect(asked).toEqual({
    overrides: {
      agent: { prompt: { prompt: 'Be brief.' }, firstMessage: 'Welcome.', language: 'de' },
      tts: { voiceId: 'v1' },
    },
    dynamicVariables: { plan: 'free', seats: 3 },
    userId: 'u1',
  });
});
