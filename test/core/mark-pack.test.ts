import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../core/mark.ts';
import { PACK_LIMITS, readPack, sitesOf, writePack } from '../../core/mark-pack.ts';
import { anyMark } from '../support/any-mark.ts';
import { CPU_MS, cpuMsOf } from '../support/cpu.ts';
import { runs } from '../support/fuzz/plan.ts';

const anyPack = fc.record({
  id: fc.stringMatching(/^[\w-]{1,64}$/),
  name: fc.string({ maxLength: PACK_LIMITS.name }),
  marks: fc.uniqueArray(anyMark, { maxLength: 5, selector: ({ id }) => id }),
});
const [mark] = fc.sample(anyMark, { numRuns: 1, seed: 7 });

test('what is written reads as the same, each mark with its pack', { tags: 'property' }, () => {
  fc.assert(
    fc.property(anyPack, (pack) => {
      const marks = pack.marks.map((one) => ({ ...one, pack: pack.id }));
      expect(readPack(writePack(pack))).toEqual({
        ok: true,
        pack: { ...pack, marks },
        malformed: [],
      });
    }),
  );
});

test('a pack does not say which pack a mark came with before', () => {
  const pack = { id: 'mine', name: '', marks: [{ ...known(), pack: 'theirs' }] };
  expect(writePack(pack)).not.toContain('theirs');
});

describe('no pack', () => {
  test.each([
    ['', 'not JSON'],
    ['{', 'not JSON'],
    ['null', 'not a pack'],
    ['[]', 'not a pack'],
    ['{}', 'not a pack'],
    [written({ kind: 'something else' }), 'not a pack'],
    [written({ version: 0 }), 'not a pack'],
    [written({ id: 'no spaces allowed' }), 'not a pack'],
    [written({ name: 'x'.repeat(PACK_LIMITS.name + 1) }), 'not a pack'],
    [written({ marks: {} }), 'not a pack'],
    [written({ marks: Array.from({ length: PACK_LIMITS.marks + 1 }, () => null) }), 'not a pack'],
    [written({ version: 2, marks: 'in another shape' }), 'newer'],
    [' '.repeat(PACK_LIMITS.characters + 1), 'too large'],
  ] as const)('%.60s: %s', (text, fault) => {
    expect(readPack(text)).toEqual({ ok: false, fault });
  });
});

describe('a mark that makes no sense is left out, and the others are read', () => {
  test.each([
    ['no agent', { agentId: '' }],
    ['an agent that is no id', { agentId: '../x' }],
    ['no label', { label: undefined }],
    ['a corner there is not', { corner: 'middle' }],
    ['a site with a path', { scope: { kind: 'site', site: 'https://example.com/x' } }],
    ['a site of another scheme', { scope: { kind: 'site', site: 'file://x' } }],
    [
      'a site with a name and a password',
      { scope: { kind: 'site', site: 'https://a:b@x.example' } },
    ],
    ['a scope there is not', { scope: { kind: 'everywhere' } }],
    ['an id that another one has', { id: 'first' }],
    ['a selector that is none', { anchor: { ...known().anchor, selectors: ['a {'] } }],
    [
      'a selector that would take long',
      { anchor: { ...known().anchor, selectors: [':has(:has(*))'] } },
    ],
    ['a root that is none', { anchor: { ...known().anchor, roots: ['<b>'] } }],
    ['five selectors', { anchor: { ...known().anchor, selectors: ['a', 'b', 'i', 'u', 's'] } }],
  ])('%s', (_, change) => {
    const marks = [
      { ...known(), id: 'first' },
      { ...known(), id: 'second', ...change },
      { ...known(), id: 'third' },
    ];
    const read = readPack(written({ marks }));
    expect(read.ok && read.pack.marks.map(({ id }) => id)).toEqual(['first', 'third']);
    expect(read.ok && read.malformed).toEqual([1]);
  });
});

test('what is not known is dropped, at any depth', () => {
  const marks = [{ ...known(), extra: 1, anchor: { ...known().anchor, extra: { deep: 1 } } }];
  const read = readPack(written({ marks, extra: 2 }));
  expect(JSON.stringify(read)).not.toContain('extra');
});

test('lists the sites it is about, each once', () => {
  const on = (site: string): Mark => ({ ...known(), scope: { kind: 'site', site } });
  const marks = [on('https://a.example'), on('https://b.example'), on('https://a.example')];
  expect(sitesOf({ marks })).toEqual(['https://a.example', 'https://b.example']);
});

test('no text throws, takes long, or leaves anything behind', { tags: 'property' }, () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    fc.anything().map((value) => written({ marks: [value] })),
    fc.tuple(anyMark, fc.object()).map(([one, rest]) => written({ marks: [{ ...one, ...rest }] })),
    fc.nat({ max: 100_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
    fc.constantFrom(
      '{"__proto__":{"polluted":1},"kind":"voice-cards/mark-pack","version":1,"id":"a","name":"","marks":[{"__proto__":{"polluted":1}}]}',
      '{"kind":"voice-cards/mark-pack","version":1,"id":"constructor","name":"","marks":[{"constructor":{"prototype":{"polluted":1}}}]}',
    ),
  );
  const before = Reflect.ownKeys(Object.prototype);
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cpuMsOf(() => readPack(text))).toBeLessThan(CPU_MS);
      expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
      expect({}).not.toHaveProperty('polluted');
    }),
    { numRuns: runs(3) },
  );
});

test('a pack as large as it may be takes no time to speak of', () => {
  const marks = Array.from({ length: PACK_LIMITS.marks }, (_, i) => ({
    ...known(),
    id: `mark-${i}`,
  }));
  expect(cpuMsOf(() => readPack(written({ marks })))).toBeLessThan(CPU_MS);
});

/** A text like a pack, with some of it changed. */
function written(change: object): string {
  const pack = { kind: 'voice-cards/mark-pack', version: 1, id: 'pack', name: 'Pack', marks: [] };
  return JSON.stringify({ ...pack, ...change });
}

function known(): Mark {
  if (!mark) throw new Error('fast-check made no mark');
  return mark;
}
