import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { Blocked } from './blocked.tsx';
import type { MicrophoneState } from './microphone.ts';

interface Props {
  readonly state: MicrophoneState;
  readonly onAsk: () => void;
}

/** Where the person stands with the microphone, and the next thing to do. */
export function MicrophonePanel({ state, onAsk }: Props) {
  if (state === 'granted') return <Ready />;
  if (state === 'denied') return <Blocked />;
  if (state === 'prompt' || state === 'asking' || state === 'dismissed') {
    return <Ask state={state} onAsk={onAsk} />;
  }
  return <Trouble state={state} onAsk={onAsk} />;
}

interface AskProps {
  readonly state: 'prompt' | 'asking' | 'dismissed';
  readonly onAsk: () => void;
}

function Ask({ state, onAsk }: AskProps) {
  return (
    <section class="section">
      <p>{t('welcome_why')}</p>
      <div class="row">
        <Button kind="primary" large onClick={onAsk}>
          {t('welcome_allow')}
        </Button>
      </div>
      <Notice kind="plain">
        {state === 'asking' && <p class="busy-text">{t('welcome_asking')}</p>}
        {state === 'dismissed' && <p>{t('welcome_dismissed')}</p>}
      </Notice>
    </section>
  );
}

function Ready() {
  return (
    <section class="section">
      <Notice kind="good">
        <p class="headline">{t('welcome_granted')}</p>
      </Notice>
      <h2>{t('welcome_next')}</h2>
      <ol class="steps">
        <li>{t('welcome_next_open')}</li>
        <li>{t('welcome_next_switch')}</li>
        <li>{t('welcome_next_click')}</li>
      </ol>
    </section>
  );
}

interface TroubleProps {
  readonly state: 'denied_by_system' | 'missing' | 'busy';
  readonly onAsk: () => void;
}

function Trouble({ state, onAsk }: TroubleProps) {
  return (
    <section class="section">
      <Notice kind="problem">
        <p class="headline">{t(`welcome_${state}`)}</p>
        <p>{t(`welcome_${state}_mend`)}</p>
      </Notice>
      <div class="row">
        <Button kind="primary" large buttonRef={focusWhenShown} onClick={onAsk}>
          {t('welcome_again')}
        </Button>
      </div>
    </section>
  );
}
