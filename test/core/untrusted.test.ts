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
        for (const name of Object.keys(UNTRUSTED).filter(isMessage)) {
          const read = v.safeParse(UNTRUSTED[name], said);
          if (read.success) expect(RELIED_ON[name](read.output)).toBe(true);
        }
      }),
    );
  },
);

/** What the background relies on, message by message. */
const RELIED_ON: Record<keyof typeof UNTRUSTED, (said: unknown) => boolean> = {
  hello: isFlag,
  marks: isNothing,
  siteCards: isNothing,
  prepare: (said) => typeof said === 'string' && isAgentId(said),
  startCard: isClick,
  endCard: isNothing,
  muteCard: isFlag,
  openPanel: isNothing,
  wantFace: isNothing,
  mend: (said) => ['microphone', 'options', 'sound'].some((where) => where === said),
  aim: isNothing,
};

function isMessage(name: string): name is keyof typeof UNTRUSTED {
  return Object.hasOwn(UNTRUSTED, name);
}

function isNothing(said: unknown): boolean {
  return said === undefined;
}

function isFlag(said: unknown): boolean {
  return typeof said === 'boolean';
}

function isClick(said: unknown): boolean {
  const { agentId, attributes, ...flags } = Object.fromEntries(Object.entries(said ?? {}));
  const isKnown = Object.keys(flags).every((name) => Object.hasOwn(CLICK, name));
  return (
    isAgentId(agentId) &&
    isCardAttributes(attributes) &&
    isKnown &&
    Object.values(flags).every(isFlag)
  );
}
