import { useSignal } from '@preact/signals';
import type { Conversation } from '../../../core/conversation.ts';
import { siteName } from '../../../core/site.ts';
import { number } from '../figures.ts';
import { t } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from './icon-button.tsx';
import { Keep } from './keep.tsx';
import type { PanelModel } from './panel-model.ts';
import { Transcript } from './transcript.tsx';
import { dateOf } from './words.ts';

interface Props {
  readonly model: PanelModel;
}

/** Conversations from earlier in this browser session: to look at, to take along, to delete. */
export function Earlier({ model }: Props) {
  const conversations = model.earlier.value;
  const opened = useSignal<string | null>(null);
  if (conversations.length === 0) return null;
  const { forget, refreshKept } = model.doors;
  return (
    <details class="earlier" onToggle={() => void refreshKept()}>
      <summary>{t('earlier', [number(conversations.length)])}</summary>
      <ul class="plain-list ruled">
        {conversations.map((conversation) => (
          <One
            key={conversation.id}
            conversation={conversation}
            model={model}
            isOpen={opened.value === conversation.id}
            onOpen={(isOpen) => (opened.value = isOpen ? conversation.id : null)}
          />
        ))}
      </ul>
      <Button kind="quiet" onClick={() => void forget()}>
        {t('earlier_delete_all')}
      </Button>
    </details>
  );
}

interface OneProps extends Props {
  readonly conversation: Conversation;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function One({ conversation, model, isOpen, onOpen }: OneProps) {
  const { id, agentId, startedAt, site, entries } = conversation;
  const name = model.nameOf(agentId);
  return (
    <li>
      <div class="who">
        <button
          type="button"
          class="who-words opener"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <span class="hint">
            {dateOf(startedAt)}
            {site !== null && ` · ${siteName(site)}`}
          </span>
        </button>
        <Keep conversation={conversation} model={model} />
        <IconButton
          icon="remove"
          label={t('earlier_delete')}
          onClick={() => void model.doors.forget(id)}
        />
      </div>
      {isOpen && <Transcript key={id} entries={entries} agent={name} />}
    </li>
  );
}
