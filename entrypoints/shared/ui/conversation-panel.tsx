import type { ComponentChildren } from 'preact';
import type { Conversation } from '../../../core/conversation.ts';
import type { Failure } from '../../../core/failure.ts';
import type { Mend } from '../../../core/untrusted.ts';
import { clock } from '../figures.ts';
import { failureText, t } from '../text.ts';
import { Button } from './button.tsx';
import { LastLines } from './last-lines.tsx';
import { Notice } from './notice.tsx';
import { State } from './state.tsx';
import { dotOf, failureOf, mendOf, talkedFor } from './talk.ts';

interface Props {
  readonly conversation: Conversation;
  /** The agent's name, where it is known. */
  readonly name?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly onMend: (where: Mend) => void;
  readonly onEnd: () => void;
  /** What else can be done while it runs. */
  readonly children?: ComponentChildren;
}

/** A conversation, running or over: how it stands, what was said last, and how to end it. */
export function ConversationPanel({ conversation, name, now, onMend, onEnd, children }: Props) {
  const { agentId, phase, entries, warning } = conversation;
  const failure = failureOf(conversation);
  return (
    <section class="block conversation" aria-labelledby="conversation-title">
      <h2 id="conversation-title">
        <bdi>{name ?? agentId}</bdi>
      </h2>
      <StateLine conversation={conversation} now={now} />
      {warning && phase !== 'ended' && <Notice kind="plain">{t(`warning_${warning}`)}</Notice>}
      {failure && <Failed failure={failure} onMend={onMend} />}
      {(failure === null || entries.length > 0) && <LastLines entries={entries} />}
      {phase !== 'ended' && (
        <div class="ways">
          <Button kind="danger" onClick={onEnd}>
            {t('conversation_end')}
          </Button>
          {children}
        </div>
      )}
    </section>
  );
}

interface StateLineProps {
  readonly conversation: Conversation;
  readonly now: number;
}

function StateLine({ conversation, now }: StateLineProps) {
  const { phase } = conversation;
  const time = talkedFor(conversation, now);
  return (
    <div class="row apart">
      <div role="status">
        <State state={dotOf(conversation)}>
          {phase === 'ended' ? t('conversation_ended') : t(`card_state_${phase}`)}
        </State>
      </div>
      {time !== null && (
        <span class="clock" role="timer" aria-label={t('conversation_elapsed')}>
          {clock(time)}
        </span>
      )}
    </div>
  );
}

interface FailedProps {
  readonly failure: Failure;
  readonly onMend: (where: Mend) => void;
}

function Failed({ failure: { code, detail, retryAfter }, onMend }: FailedProps) {
  const mend = mendOf(code);
  return (
    <Notice kind="problem">
      <p>{failureText(code, retryAfter)}</p>
      {detail && <p class="hint">{t('failure_detail', [detail])}</p>}
      {mend && <Button onClick={() => onMend(mend)}>{t(`mend_${mend}`)}</Button>}
    </Notice>
  );
}
