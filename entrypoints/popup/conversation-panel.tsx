import type { Conversation } from '../../core/conversation.ts';
import type { Failure } from '../../core/failure.ts';
import type { Mend } from '../../core/untrusted.ts';
import { failureText, t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { State } from '../shared/ui/state.tsx';
import type { PopupModel } from './popup-model.ts';
import { clock, dotOf, failureOf, mendOf, talkedFor } from './talk.ts';
import { Transcript } from './transcript.tsx';

interface Props {
  readonly model: PopupModel;
  readonly onMend: (where: Mend) => void;
}

/** The conversation there is, or the last there was; nothing before the first. */
export function ConversationPanel({ model, onMend }: Props) {
  const conversation = model.conversation.value;
  if (conversation === null) return null;
  const { agentId, phase, turns, warning } = conversation;
  const failure = failureOf(conversation);
  return (
    <section class="block conversation" aria-labelledby="conversation-title">
      <h2 id="conversation-title">{model.names.value.get(agentId) ?? agentId}</h2>
      <StateLine conversation={conversation} now={model.now.value} />
      {warning && phase !== 'ended' && <Notice kind="plain">{t(`warning_${warning}`)}</Notice>}
      {failure && <Failed failure={failure} onMend={onMend} />}
      {(failure === null || turns.length > 0) && <Transcript turns={turns} />}
      {phase !== 'ended' && (
        <Button kind="danger" onClick={() => void model.endConversation()}>
          {t('popup_end')}
        </Button>
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
          {phase === 'ended' ? t('popup_ended') : t(`card_state_${phase}`)}
        </State>
      </div>
      {time !== null && (
        <span class="clock" role="timer" aria-label={t('popup_elapsed')}>
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

function Failed({ failure: { code, retryAfter }, onMend }: FailedProps) {
  const mend = mendOf(code);
  return (
    <Notice kind="problem">
      <p>{failureText(code, retryAfter)}</p>
      {mend && <Button onClick={() => onMend(mend)}>{t(`mend_${mend}`)}</Button>}
    </Notice>
  );
}
