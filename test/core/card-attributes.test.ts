import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardAttributes, readAttributes } from '../../core/card-attributes.ts';
import { anyJson, anyText, anyValue } from '../support/fuzz/any-value.ts';

test('reads what a site owner may set', () => {
  const { attributes, malformed } = read({
    'data-name': 'Ada',
    'data-dynamic-variables': '{"plan":"gold","seats":3,"trial":false}',
    'data-override-language': 'pt-BR',
    'data-override-first-message': 'Hello!',
    'data-override-prompt': 'Be brief.',
    'data-override-voice-id': '21m00Tcm4TlvDq8ikWAM',
    'data-user-id': 'user 7',
    'data-text-only': '',
  });
  expect(malformed).toEqual([]);
  expect(attributes).toEqual({
    name: 'Ada',
    dynamicVariables: { plan: 'gold', seats: 3, trial: false },
    language: 'pt-br',
    firstMessage: 'Hello!',
    prompt: 'Be brief.',
    voiceId: '21m00Tcm4TlvDq8ikWAM',
    userId: 'user 7',
    textOnly: true,
  });
  expect(read({}).attributes).toEqual({});
});

describe('what is malformed is left out and named', () => {
  test.each([
    ['data-name', ''],
    ['data-name', 'x'.repeat(101)],
    ['data-dynamic-variables', '{not json'],
    ['data-dynamic-variables', '[1]'],
    ['data-dynamic-variables', '{"a":{"b":1}}'],
    ['data-dynamic-variables', '{"a":null}'],
    ['data-override-language', 'German'],
    ['data-override-voice-id', '../../etc'],
    ['data-text-only', 'maybe'],
  ])('%s=%j', (name, value) => {
    const { attributes, malformed } = read({ [name]: value, 'data-user-id': 'kept' });
    expect(malformed).toEqual([name]);
    expect(attributes).toEqual({ userId: 'kept' });
  });
});

test('text only can be said no to', () => {
  expect(read({ 'data-text-only': 'false' }).attributes).toEqual({ textOnly: false });
});

test('whatever is read passes the check at the other end', { tags: 'property' }, () => {
  const anyWritten = fc.oneof(
    anyText,
    fc.constantFrom('', 'true', 'de', 'pt-BR', '21m00Tcm4TlvDq8ikWAM', '{"plan":"gold"}'),
    anyJson(fc.dictionary(anyText, anyValue, { maxKeys: 4 })),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...NAMES), anyWritten), (written) => {
      const { attributes, malformed } = read(written);
      expect(isCardAttributes(attributes)).toBe(true);
      expect(isCardAttributes(JSON.parse(JSON.stringify(attributes)))).toBe(true);
      expect(Object.keys(attributes).length + malformed.length).toBe(Object.keys(written).length);
    }),
  );
});

test('nothing but attributes gets through the check', { tags: 'property' }, () => {
  const anyAttributes = fc.record(
    {
      name: fc.oneof(fc.constant('Ada'), anyValue),
      dynamicVariables: fc.oneof(fc.dictionary(anyText, anyValue, { maxKeys: 60 }), anyValue),
      language: fc.oneof(fc.constant('de'), anyValue),
      textOnly: fc.oneof(fc.boolean(), anyValue),
      signedUrl: anyValue,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(anyAttributes, anyValue), (value) => {
      if (!isCardAttributes(value)) return;
      const { dynamicVariables = {}, textOnly = true, ...texts } = value;
      const variables = Object.entries(dynamicVariables);
      expect(variables.length).toBeLessThanOrEqual(50);
      expect(variables.every(([, held]) => held === 0 || isPlain(held))).toBe(true);
      expect(typeof textOnly).toBe('boolean');
      expect(Object.values(texts).every((text) => typeof text === 'string' && text !== '')).toBe(
        true,
      );
      expect(Object.keys(texts).filter((name) => !TEXTS.includes(name))).toEqual([]);
    }),
  );
  expect(isCardAttributes({ signedUrl: 'wss://evil.example' })).toBe(false);
  expect(isCardAttributes({ name: 7 })).toBe(false);
  expect(isCardAttributes(null)).toBe(false);
  expect(isCardAttributes([])).toBe(false);
});

const TEXTS = ['name', 'language', 'firstMessage', 'prompt', 'voiceId', 'userId'];
const NAMES = [
  'data-name',
  'data-dynamic-variables',
  'data-override-language',
  'data-override-first-message',
  'data-override-prompt',
  'data-override-voice-id',
  'data-user-id',
  'data-text-only',
];

/** What a variable may be, and JSON can say. */
function isPlain(held: unknown): boolean {
  return JSON.stringify(held) !== 'null' && ['string', 'number', 'boolean'].includes(typeof held);
}

function read(written: Readonly<Record<string, string>>) {
  return readAttributes((name) => (Object.hasOwn(written, name) ? (written[name] ?? null) : null));
}
