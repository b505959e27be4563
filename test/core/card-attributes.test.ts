import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardAttributes, readAttributes } from '../../core/card-attributes.ts';

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

test(
  'whatever is read passes the check at the other end, and nothing else gets through',
  { tags: 'property' },
  () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), fc.string()), (written) => {
        expect(isCardAttributes(read(written).attributes)).toBe(true);
      }),
    );
    expect(isCardAttributes({ signedUrl: 'wss://evil.example' })).toBe(false);
    expect(isCardAttributes({ name: 7 })).toBe(false);
    expect(isCardAttributes(null)).toBe(false);
    expect(isCardAttributes([])).toBe(false);
  },
);

const NAMES = ['data-name', 'data-dynamic-variables', 'data-override-language', 'data-text-only'];

function read(written: Readonly<Record<string, string>>) {
  return readAttributes((name) => (Object.hasOwn(written, name) ? (written[name] ?? null) : null));
}
