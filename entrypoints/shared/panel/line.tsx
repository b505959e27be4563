import type { ReadonlySignal } from '@preact/signals';
import { type Entry, type Turn, unheard } from '../../../core/transcript.ts';
import { t } from '../text.ts';
import { IconButton } from './icon-button.tsx';
import { Markdown } from './markdown.tsx';
import { remarkText, timeOf, toolText } from './words.ts';

/** What a person may do with an answer. */
export interface Feedback {
  readonly isTaken: ReadonlySignal<boolean>;
  readonly give: (eventId: number, liked: boolean | null) => void;
}

interface Props {
  readonly entry: Entry;
  readonly agent: string;
  /** Absent where none can be given any more. */
  readonly feedback?: Feedback | undefined;
}

/** One line of a transcript. */
export function Line({ entry, agent, feedback }: Props) {
  switch (entry.kind) {
    case 'turn':
      return <Said turn={entry} agent={agent} feedback={feedback} />;
    case 'tool':
      return (
        <p class={`event tool ${entry.outcome}`}>
          <span dir="auto">{toolText(entry)}</span> <Time at={entry.at} />
        </p>
      );
    case 'remark':
      return (
        <p class="event">
          {remarkText(entry.remark)} <Time at={entry.at} />
        </p>
      );
  }
}

interface SaidProps {
  readonly turn: Turn;
  readonly agent: string;
  readonly feedback?: Feedback | undefined;
}

function Said({ turn, agent, feedback }: SaidProps) {
  const { role, text, at, isPartial, eventId } = turn;
  return (
    <div class={`turn ${role}${isPartial ? ' partial' : ''}`} aria-busy={isPartial}>
      <p class="by">
        <strong dir="auto">{role === 'user' ? t('said_user') : agent}</strong> <Time at={at} />
      </p>
      <div class="words" dir="auto">
        {role === 'agent' ? (
          <Markdown text={text} rest={missed(turn)} />
        ) : (
          <p class="as-written">{text}</p>
        )}
      </div>
      {feedback && role === 'agent' && !isPartial && eventId !== undefined && (
        <Judge turn={turn} eventId={eventId} feedback={feedback} />
      )}
    </div>
  );
}

/** What an interruption kept from being heard. */
function missed(turn: Turn) {
  const rest = unheard(turn);
  if (rest === '') return null;
  return (
    <del>
      <span class="unseen"> {t('said_unheard')} </span>
      {rest}
    </del>
  );
}

function Time({ at }: { readonly at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{timeOf(at)}</time>;
}

interface JudgeProps {
  readonly turn: Turn;
  readonly eventId: number;
  readonly feedback: Feedback;
}

function Judge({ turn: { liked }, eventId, feedback }: JudgeProps) {
  // One that was given stays, and with it the keyboard's place.
  if (!feedback.isTaken.value && liked === undefined) return null;
  const toggle = (given: boolean) => feedback.give(eventId, liked === given ? null : given);
  return (
    <div class="judge">
      <IconButton
        icon="good"
        kind="small"
        label={t('feedback_good')}
        pressed={liked === true}
        onClick={() => toggle(true)}
      />
      <IconButton
        icon="poor"
        kind="small"
        label={t('feedback_poor')}
        pressed={liked === false}
        onClick={() => toggle(false)}
      />
    </div>
  );
}
