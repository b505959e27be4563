import type { Conversation } from './conversation.ts';
import { type Entry, type Remark, type ToolUse, type Turn, unheard } from './transcript.ts';

/** What a transcript in Markdown says in the person's own language. */
export interface TranscriptWords {
  readonly title: string;
  /** When and where it was. */
  readonly subtitle: string;
  readonly speaker: (role: Turn['role']) => string;
  readonly tool: (use: ToolUse) => string;
  readonly remark: (remark: Remark['remark']) => string;
  /** The time of day, from milliseconds since the epoch. */
  readonly time: (at: number) => string;
}

/**
 * A transcript as Markdown: what was said stands in quotations, so that nothing in it can pass for
 * a part of the page; the agent's own Markdown stays as it was written.
 */
export function transcriptMarkdown(
  entries: Conversation['entries'],
  words: TranscriptWords,
): string {
  const head = [`# ${escaped(words.title)}`, escaped(words.subtitle)];
  return `${[...head, ...entries.map((entry) => block(entry, words))].join('\n\n')}\n`;
}

function block(entry: Entry, words: TranscriptWords): string {
  const time = words.time(entry.at);
  if (entry.kind === 'tool') return `*${escaped(words.tool(entry))}* (${time})`;
  if (entry.kind === 'remark') return `*${escaped(words.remark(entry.remark))}* (${time})`;
  return `**${escaped(words.speaker(entry.role))}** (${time})\n\n${quoted(said(entry))}`;
}

function said(turn: Turn): string {
  const text = turn.role === 'user' ? escaped(turn.text) : turn.text;
  const missed = unheard(turn).trim();
  return missed === '' ? text : `${text} ~~${escaped(missed).replace(/\s+/g, ' ')}~~`;
}

function quoted(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Plain text, in which nothing means anything in Markdown. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#~|]/g, String.raw`\$&`)
    .replace(/^(\s*)([-+=])/gm, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/gm, String.raw`$1\$2`);
}
