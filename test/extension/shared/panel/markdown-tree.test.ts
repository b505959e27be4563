import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { safeLink, treeOf } from '../../../../entrypoints/shared/panel/markdown-tree.ts';
import { CPU_MS, cpuMsOf } from '../../../support/cpu.ts';
import { anyText } from '../../../support/fuzz/any-value.ts';
import { runs } from '../../../support/fuzz/plan.ts';

/** The kinds of everything in a text. */
function kinds(text: string): string[] {
  const all = (nodes: readonly object[]): string[] =>
    nodes.flatMap((node) => {
      const { type, children = [] } = Object(node);
      return [type, ...all(children)];
    });
  return all(treeOf(text)?.content ?? []);
}

describe('Markdown', () => {
  it.each([
    ['a **strong** word', ['paragraph', 'text', 'strong', 'text', 'text']],
    ['# head', ['heading', 'text']],
    ['- one', ['list', 'listItem', 'paragraph', 'text']],
    ['`code`', ['paragraph', 'inlineCode']],
  ])('is read in %s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<!-- nothing -->',
    '<div\nonclick="alert(1)">\n\ntext\n\n</div>',
  ])('is never HTML: %s', (text) => {
    expect(kinds(text)).not.toContain('html');
    expect(JSON.stringify(treeOf(text))).toContain('<');
  });

  it('knows where a reference leads', () => {
    const tree = treeOf('[here][a]\n\n[a]: https://a.example/\n\n> [b]: https://b.example/');
    expect(tree?.definitions).toEqual(
      new Map([
        ['a', 'https://a.example/'],
        ['b', 'https://b.example/'],
      ]),
    );
  });

  it.each([
    ['plain words, with a full stop.'],
    ['*'.repeat(20_001)],
    [`${'> '.repeat(40)}deep`],
    [`${'- '.repeat(40)}deep`],
    [`${'1. '.repeat(40)}deep`],
  ])('is not looked for in what has none, or would take too long', (text) => {
    expect(treeOf(text)).toBeNull();
  });
});

test.each([
  ['https://a.example/path?x=1', 'a.example'],
  ['https://a.example:8443/', 'a.example:8443'],
  // As browsers show it: a host that only looks like another is seen through.
  ['https://аpple.example/', 'xn--pple-43d.example'],
])('%s may be followed to %s', (address, host) => {
  expect(safeLink(address)?.host).toBe(host);
});

test.each([
  'http://a.example/',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,hello',
  'chrome-extension://abc/options.html',
  'https://user@a.example/',
  'https://user:secret@a.example/',
  '//a.example/',
  '/options.html',
  'a.example',
  '',
])('%s may not be followed', (address) => {
  expect(safeLink(address)).toBeNull();
});

test(
  'whatever an agent writes is read soon, is never HTML, and leads nowhere but to https',
  { tags: 'property' },
  () => {
    const anyMarkdown = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '[',
            '](',
            ')',
            '![',
            '<',
            '>',
            '`',
            '```\n',
            '*',
            '_',
            '# ',
            '- ',
            '1. ',
            '\n',
            '\\',
          ),
          fc.constantFrom(
            'javascript:alert(1)',
            'data:text/html,',
            '//a.example',
            'https://u@a.example',
          ),
          fc.constantFrom(
            '<img src=x onerror=alert(1)>',
            '<!--',
            ']]>',
            '&#x6a;',
            '[a]: ',
            '\n\n',
            '    ',
          ),
          anyText,
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          anyMarkdown,
          anyMarkdown.map((text) => text.repeat(20)),
        ),
        (text) => {
          expect(cpuMsOf(() => treeOf(text))).toBeLessThan(CPU_MS);
          expect(kinds(text)).not.toContain('html');
          const link = safeLink(text);
          if (link === null) return;
          const { protocol, username, password, host } = new URL(link.href);
          expect([protocol, username, password, host]).toEqual(['https:', '', '', link.host]);
        },
      ),
      // Each takes 6 ms.
      { numRuns: runs(0.25) },
    );
  },
);
