import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { AgentChoice } from './agent-choice.tsx';
import { Icon } from './icon.tsx';
import type { PanelModel } from './panel-model.ts';
import { offersCall } from './troubles.tsx';

interface Props {
  readonly model: PanelModel;
}

/** Where the person writes; without a conversation, to whom as well. */
export function ComposerForm({ model }: Props) {
  const { composer, mode, agents } = model;
  const isBusy = composer.isStarting.value;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void composer.send();
      }}
    >
      {mode.value === null && <AgentChoice agents={agents} />}
      <div class="writing">
        <MessageBox model={model} />
        <button
          type="submit"
          class="icon-button send"
          aria-label={t('composer_send')}
          title={t('composer_send')}
          aria-disabled={isBusy || composer.text.value.trim() === ''}
        >
          <Icon name="send" />
        </button>
      </div>
      <Ways model={model} />
    </form>
  );
}

/** Other ways to go on than in writing. */
function Ways({ model }: Props) {
  const { composer, mode, phase, conversation, callAgain, continueByVoice } = model;
  if (mode.value === null) {
    return (
      <div class="ways">
        {conversation.value !== null && !offersCall(model) && (
          <Button onClick={callAgain}>{t('mend_call_again')}</Button>
        )}
        <Button onClick={() => void composer.startByVoice()}>
          <span class="with-icon">
            <Icon name="microphone" /> {t('composer_voice')}
          </span>
        </Button>
      </div>
    );
  }
  if (mode.value === 'voice' || phase.value === 'connecting') return null;
  return (
    <Button onClick={continueByVoice}>
      <span class="with-icon">
        <Icon name="microphone" /> {t('composer_continue_by_voice')}
      </span>
    </Button>
  );
}

function MessageBox({ model: { composer } }: Props) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { value: text } = composer.text;
  useEffect(() => fitted(box.current), [text]);
  return (
    <>
      <label class="unseen" for={id}>
        {t('composer_message')}
      </label>
      <textarea
        id={id}
        ref={box}
        rows={1}
        dir="auto"
        placeholder={t('composer_placeholder')}
        value={text}
        onInput={({ currentTarget }) => composer.type(currentTarget.value)}
        onKeyDown={(event) => {
          // While a word is being composed Enter belongs to the input method; Safari's says 229 alone.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
            return;
          event.preventDefault();
          void composer.send();
        }}
      />
    </>
  );
}

/** Makes a text box as high as its text; its style sheet says how high it may become. */
function fitted(box: HTMLTextAreaElement | null): void {
  if (box === null) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}
