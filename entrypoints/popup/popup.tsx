import type { Mend } from '../../core/untrusted.ts';
import { t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { ConversationPanel } from '../shared/ui/conversation-panel.tsx';
import { Brand } from '../shared/ui/page.tsx';
import { CardList } from './card-list.tsx';
import type { PopupModel } from './popup-model.ts';
import { VoiceSwitch } from './voice-switch.tsx';

interface Props {
  readonly model: PopupModel;
  readonly onMend: (where: Mend) => void;
  /** Absent where the popup already stands in a tab. */
  readonly onOpenInTab?: () => void;
}

/** The popup: this page's site, its cards, and the conversation there is. */
export function Popup({ model, onMend, onOpenInTab }: Props) {
  const conversation = model.conversation.value;
  return (
    <main class={onOpenInTab ? 'popup' : 'popup in-tab'}>
      <h1 class="title">
        <Brand />
      </h1>
      {conversation && (
        <ConversationPanel
          conversation={conversation}
          name={model.names.value.get(conversation.agentId)}
          now={model.now.value}
          onMend={onMend}
          onEnd={() => void model.endConversation()}
        />
      )}
      <section class="block">
        <VoiceSwitch model={model} />
      </section>
      {model.subject.value.site !== null && (
        <section class="block" aria-labelledby="cards-title">
          <h2 id="cards-title">{t('popup_cards')}</h2>
          <CardList model={model} />
        </section>
      )}
      <footer class="row apart">
        <Button kind="quiet" onClick={() => onMend('options')}>
          {t('options')}
        </Button>
        {onOpenInTab && (
          <Button kind="quiet" onClick={onOpenInTab}>
            {t('popup_open_in_tab')}
          </Button>
        )}
      </footer>
    </main>
  );
}
