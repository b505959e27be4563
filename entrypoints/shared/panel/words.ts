import type { Conversation } from '../../../core/conversation.ts';
import type { Remark, ToolUse } from '../../../core/transcript.ts';
import { siteName } from '../../../core/site.ts';
import { transcriptMarkdown } from '../../../core/transcript-markdown.ts';
import { dates } from '../figures.ts';
import { t } from '../text.ts';

const HOUR = { hour: '2-digit', minute: '2-digit' } as const;
const TIME = dates(HOUR);
const DATE = dates({ day: 'numeric', month: 'short', ...HOUR });

/** The time of day, from milliseconds since the epoch. */
export function timeOf(at: number): string {
  return TIME.format(at);
}

/** Day and time, from milliseconds since the epoch. */
export function dateOf(at: number): string {
  return DATE.format(at);
}

/** What a tool did, in words. */
export function toolText({ name, outcome }: ToolUse): string {
  return t(`tool_${outcome}`, [name]);
}

/** What happened besides, in words. */
export function remarkText(remark: Remark['remark']): string {
  return t(`remark_${remark}`);
}

/** How a conversation stands, and whose turn it is. */
export function stateText({ phase, mode }: Conversation): string {
  if (phase === 'ended') return t('conversation_ended');
  if (phase !== 'listening') return t(`card_state_${phase}`);
  return mode === 'text' ? t('panel_turn_write') : t('panel_turn_speak');
}

/** A whole conversation as Markdown. */
export function conversationMarkdown(conversation: Conversation, name: string): string {
  const { startedAt, site, entries } = conversation;
  const when = dateOf(startedAt);
  return transcriptMarkdown(entries, {
    title: t('transcript_title', [name]),
    subtitle: site === null ? when : t('transcript_subtitle', [when, siteName(site)]),
    speaker: (role) => (role === 'user' ? t('said_user') : name),
    tool: toolText,
    remark: remarkText,
    time: timeOf,
  });
}

/** The name of the file in which a conversation is saved. */
export function fileNameOf({ startedAt }: Conversation): string {
  const stamp = new Date(startedAt).toISOString().slice(0, 16).replace(/[T:]/g, '-');
  return `${t('transcript_file')}-${stamp}.md`;
}
