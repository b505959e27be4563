import type { ReadonlySignal } from '@preact/signals';
import { type State, isLive } from '../../core/conversation.ts';
import type { Mend } from '../../core/untrusted.ts';
import { t } from '../shared/text.ts';
import { ConversationPanel } from '../shared/ui/conversation-panel.tsx';

interface Props {
  readonly conversation: ReadonlySignal<State>;
  /** Milliseconds since the epoch. */
  readonly now: ReadonlySignal<number>;
  readonly onMend: (where: Mend) => void;
  readonly onEnd: () => void;
}

/** The conversation window: the conversation it holds, or the last it held. */
export function Panel({ conversation, now, onMend, onEnd }: Props) {
  const shown = conversation.value;
  return (
    <main class="panel">
      {shown && (
        <ConversationPanel conversation={shown} now={now.value} onMend={onMend} onEnd={onEnd} />
      )}
      <p class="muted">{isLive(shown) ? t('panel_close') : t('panel_idle')}</p>
    </main>
  );
}
