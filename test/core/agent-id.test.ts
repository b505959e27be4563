import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAgentId } from '../../core/agent-id.ts';

test.each(['echo', 'agent_01jx', 'A-b_9', 'x'.repeat(64)])('%s is one', (id) => {
  expect(isAgentId(id)).toBe(true);
});

test.each(['', 'x'.repeat(65), 'a b', 'a&b', 'a/b', 'é', 'a\n', 7, null, ['echo']])(
  '%o is none',
  (id) => {
    expect(isAgentId(id)).toBe(false);
  },
);

test('what is one is the same in any part of an address', { tags: 'property' }, () => {
  fc.assert(fc.property(fc.string(), (id) => !isAgentId(id) || encodeURIComponent(id) === id));
});
