import type { ReadonlySignal } from '@preact/signals';
import { isLive } from '../../core/conversation.ts';
import type { Failure } from '../../core/failure.ts';
import type { Mend } from '../../core/untrusted.ts';
import { failureText, t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { ConversationPanel } from '../shared/ui/conversation-panel.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { Brand } from '../shared/ui/page.tsx';
import { CardList } from './card-list.tsx';
import { LostMarkList } from './lost-mark-list.tsx';
import { ObstacleNote } from './obstacle-note.tsx';
import { type PopupModel, obstacle } from './popup-model.ts';
import { VoiceSwitch } from './voice-switch.tsx';

interface Props {
  readonly model: PopupModel;
  /** Whether the microphone may be used. */
  readonly microphone: ReadonlySignal<PermissionState>;
  /** Why something that was asked for elsewhere did not happen, if that is why the popup is open. */
  readonly note: Failure | null;
  readonly onMend: (where: Mend) => void;
  /** Absent where the popup already stands in a tab. */
  readonly onOpenInTab?: () => void;
}

/** The popup: this page's site, its cards, and the conversation there is. */
export function Popup({ model, microphone, note, onMend, onOpenInTab }: Props) {
  const isTalking = isLive(model.conversation.value);
  const inTheWay = isTalking ? null : obstacle(model, microphone.value);
  return (
    <main class={onOpenInTab ? 'popup' : 'popup in-tab'}>
      <h1 class="title">
        <Brand />
      </h1>
      {note && <ObstacleNote failure={note} onMend={onMend} />}
      <Talk model={model} onMend={onMend} />
      <section class="block">
        <VoiceSwitch model={model} />
        {inTheWay && <ObstacleNote failure={inTheWay} onMend={onMend} />}
      </section>
      {model.subject.value.site !== null && (
        <section class="block found" aria-labelledby="cards-title">
          <h2 id="cards-title">{t('popup_cards')}</h2>
          <CardList model={model} />
          <LostMarkList marks={model.lostMarks} />
          <div class="row">
            <Button onClick={() => void model.picking.start()}>{t('popup_mark')}</Button>
          </div>
          {model.picking.failure.value && (
            <Notice kind="problem">{failureText(model.picking.failure.value.code)}</Notice>
          )}
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

type TalkProps = Pick<Props, 'model' | 'onMend'>;

/** The conversation there is, or the last there was. */
function Talk({ model, onMend }: TalkProps) {
  const conversation = model.conversation.value;
  if (conversation === null) return null;
  return (
    <>
      <ConversationPanel
        conversation={conversation}
        name={model.catalogue.names.value?.get(conversation.agentId)}
        now={model.now.value}
        onMend={onMend}
        onEnd={() => void model.endConversation()}
      >
        <Button onClick={() => void model.panel.open()}>{t('popup_open_panel')}</Button>
      </ConversationPanel>
      {model.panel.isRefused.value && (
        <Notice kind="problem">{failureText('panel_refused')}</Notice>
      )}
    </>
  );
}
