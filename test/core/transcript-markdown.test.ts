import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../core/transcript.ts';
import { type TranscriptWords, transcriptMarkdown } from '../../core/transcript-markdown.ts';

const WORDS: TranscriptWords = {
  title: 'Echo agent',
  subtitle: 'today, a.example',
  speaker: (role) => (role === 'user' ? 'You' : 'Agent'),
  tool: ({ name, outcome }) => `${name}: ${outcome}`,
  remark: (remark) => remark,
  time: (at) => `at ${at}`,
};
const user = (text: string): Entry => ({ kind: 'turn', role: 'user', text, at: 1 });
const agent = (text: string, intended?: string): Entry => ({
  kind: 'turn',
  role: 'agent',
  text,
  at: 2,
  ...(intended !== undefined && { intended }),
});
const markdown = (...entries: Entry[]) => transcriptMarkdown(entries, WORDS);

describe('a transcript as Markdown', () => {
  it('tells who said what, and when', () => {
    expect(markdown(user('Hello'), agent('Hi *there*'))).toBe(
      '# Echo agent\n\ntoday, a.example\n\n**You** (at 1)\n\n> Hello\n\n**Agent** (at 2)\n\n> Hi *there*\n',
    );
  });

  it('strikes through what was never heard', () => {
    expect(markdown(agent('I was going...', 'I was going to\nsay more.'))).toContain(
      '> I was going... ~~to say more.~~',
    );
  });

  it('has a line for each tool and remark', () => {
    const use: Entry = { kind: 'tool', callId: '1', name: 'look_up', outcome: 'failed', at: 3 };
    const remark: Entry = { kind: 'remark', remark: 'voice', at: 4 };
    const text = markdown(use, remark);
    expect(text).toContain(String.raw`*look\_up: failed* (at 3)`);
    expect(text).toContain('*voice* (at 4)');
  });

  it('lets nothing that an agent says stand outside of its quotation', () => {
    const text = markdown(agent('# Mine\n\n---\r\n```\ncode\r***'), user('end'));
    expect(fromMarkdown(text).children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'blockquote',
      'paragraph',
      'blockquote',
    ]);
  });

  it.each(['# no heading', '1. no list', '- no list', '*none*', '[a](https://b.example)', '<b>'])(
    'keeps what a person typed as it was: %s',
    (typed) => {
      const quotation = fromMarkdown(markdown(user(typed))).children.at(-1);
      expect(quotation).toMatchObject({
        type: 'blockquote',
        children: [{ type: 'paragraph', children: [{ type: 'text', value: typed }] }],
      });
    },
  );
});
