import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isAgentId } from '../../core/agent-id.ts';
import { isCardAttributes } from '../../core/card-attributes.ts';
import { TO_BACKGROUND } from '../../core/messages.ts';
import { UNTRUSTED } from '../../core/untrusted.ts';
import { anyValue } from '../support/fuzz/any-value.ts';

const CLICK = {
  agentId: 'echo',
  replace: false,
  isDoubtful: false,
  panel: true,
  attributes: { name: 'Ada' },
};

test('there is a shape for everything that a page may say', () => {
  const fromPages = Object.entries(TO_BACKGROUND).filter(([, from]) => from.includes('content'));
  expect(Object.keys(UNTRUSTED).toSorted()).toEqual(fromPages.map(([name]) => name).toSorted());
});

test.each([
  [{ ...CLICK, agentId: 'a/b' }],
  [{ ...CLICK, attributes: { signedUrl: 'wss://evil.example' } }],
  [{ ...CLICK, tabId: 3 }],
  [{ ...CLICK, replace: 'yes' }],
  [undefined],
])('a click that makes no sense is none: %j', (click) => {
  expect(v.is(UNTRUSTED.startCard, CLICK)).toBe(true);
  expect(v.is(UNTRUSTED.startCard, click)).toBe(false);
});

test(
  'whatever a page says is of the shape of its message, or refused',
  { tags: 'property' },
  () => {
    const click = fc.record(
      {
        agentId: fc.oneof(fc.constant('echo'), anyValue),
        replace: fc.oneof(fc.boolean(), anyValue),
        isDoubtful: fc.oneof(fc.boolean(), anyValue),
        panel: fc.oneof(fc.boolean(), anyValue),
        attributes: fc.oneof(fc.constant(CLICK.attributes), anyValue),
        more: anyValue,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(click, anyValue), (said) => {
        for (const [name, shape] of Object.entries(UNTRUSTED)) {
          const read = v.safeParse(shape, said);
          if (read.success) expect(isOfShape(name, read.output)).toBe(true);
        }
      }),
    );
  },
);

/** What the background relies on. */
function isOfShape(name: string, said: unknown): boolean {
  if (name === 'hello' || name === 'muteCard') return typeof said === 'boolean';
  if (name === 'mend') return ['microphone', 'options', 'sound'].some((where) => where === said);
  if (name !== 'startCard') return said === undefined;
  const { agentId, attributes, ...rest } = Object.fromEntries(Object.entries(said ?? {}));
  const flags = Object.values(rest);
  return (
    isAgentId(agentId) &&
    isCardAttributes(attributes) &&
    flags.length === 3 &&
    flags.every((flag) => typeof flag === 'boolean')
  );
}
