import { useMemo } from 'preact/hooks';
import { isLive } from '../../../core/conversation.ts';
import type { Mend } from '../../../core/untrusted.ts';
import { t } from '../text.ts';
import { ComposerForm } from './composer-form.tsx';
import { Controls } from './controls.tsx';
import { Devices } from './devices.tsx';
import { Earlier } from './earlier.tsx';
import { Header } from './header.tsx';
import type { PanelModel } from './panel-model.ts';
import { Question } from './question.tsx';
import { Transcript } from './transcript.tsx';
import { Troubles } from './troubles.tsx';

interface Props {
  readonly model: PanelModel;
  readonly onMend: (where: Mend) => void;
  /** What there is to know about this page, where it is more than a view. */
  readonly note?: string;
}

/** All that people see, hear and type during a conversation. */
export function Panel({ model, onMend, note }: Props) {
  const { asking, mode, doors, sound } = model;
  const asked = asking.question.value;
  return (
    <>
      <main class="panel" inert={asked !== null}>
        <Header model={model} />
        <Words model={model} />
        <footer class="panel-foot">
          <Troubles model={model} onMend={onMend} />
          {mode.value === 'voice' && <Controls model={model} />}
          {sound.isChoosing.value && <Devices sound={sound} takesFocus={mode.value === null} />}
          <ComposerForm model={model} />
          {note && mode.value !== null && <p class="hint note">{note}</p>}
        </footer>
      </main>
      {asked && (
        <Question asked={asked} asking={asking} backend={hostOf(doors.settings.value.backendUrl)} />
      )}
    </>
  );
}

/** What is said now, or was said last; before that, what one can do. */
function Words({ model }: Pick<Props, 'model'>) {
  const conversation = model.conversation.value;
  const { like, takesFeedback } = model;
  const feedback = useMemo(() => ({ isTaken: takesFeedback, give: like }), [model]);
  return (
    <div class="words-room">
      <h2 class="unseen">{t('transcript')}</h2>
      {conversation === null ? (
        <p class="empty">{t('panel_idle')}</p>
      ) : (
        <Transcript
          key={conversation.id}
          entries={conversation.entries}
          agent={model.nameOf(conversation.agentId)}
          {...(isLive(conversation) && { feedback })}
        />
      )}
      {!isLive(conversation) && <Earlier model={model} />}
    </div>
  );
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
