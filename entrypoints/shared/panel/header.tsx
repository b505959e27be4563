import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Conversation, isLive } from '../../../core/conversation.ts';
import { siteName } from '../../../core/site.ts';
import { clock } from '../figures.ts';
import { t } from '../text.ts';
import { Brand } from '../ui/page.tsx';
import { talkedFor } from '../ui/talk.ts';
import { IconButton } from './icon-button.tsx';
import type { PanelModel } from './panel-model.ts';
import { Standing } from './standing.tsx';
import { Keep } from './keep.tsx';
import { VitalSigns } from './vital-signs.tsx';

interface Props {
  readonly model: PanelModel;
}

/** Whom one talks to, where, and how it stands. */
export function Header({ model }: Props) {
  const conversation = model.conversation.value;
  return (
    <header class="panel-head">
      {conversation === null ? (
        <h1>
          <Brand />
        </h1>
      ) : (
        <Who conversation={conversation} model={model} />
      )}
      <div class="row apart">
        <Standing model={model} />
        {isLive(conversation) && <Elapsed conversation={conversation} now={model.doors.now} />}
      </div>
      {conversation?.mode === 'voice' && isLive(conversation) && <VitalSigns model={model} />}
    </header>
  );
}

interface WhoProps extends Props {
  readonly conversation: Conversation;
}

function Who({ conversation, model }: WhoProps) {
  const { site, agentId, entries } = conversation;
  return (
    <div class="who">
      <div class="who-words">
        <h1>
          <bdi>{model.nameOf(agentId)}</bdi>
        </h1>
        {site !== null && <p class="hint">{t('panel_on_site', [siteName(site)])}</p>}
      </div>
      {entries.length > 0 && <Keep conversation={conversation} model={model} />}
      {isLive(conversation) && (
        <IconButton
          icon="end"
          kind="danger"
          label={t('conversation_end')}
          onClick={() => void model.end()}
        />
      )}
    </div>
  );
}

const TICK_MS = 1_000;

interface ElapsedProps {
  readonly conversation: Conversation;
  readonly now: () => number;
}

function Elapsed({ conversation, now }: ElapsedProps) {
  const time = useSignal(now());
  useEffect(() => {
    const ticking = setInterval(() => (time.value = now()), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  const talked = talkedFor(conversation, time.value);
  if (talked === null) return null;
  return (
    <span class="clock" role="timer" aria-label={t('conversation_elapsed')}>
      {clock(talked)}
    </span>
  );
}
