import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import { DeviceSelect } from '../shared/ui/device-select.tsx';
import type { Device } from '../shared/ui/devices.ts';
import { Notice } from '../shared/ui/notice.tsx';
import { Blocked } from './blocked.tsx';
import type { MicrophoneState } from './microphone.ts';
import type { SoundCheck } from './sound-check.ts';
import { SoundMeter } from './sound-meter.tsx';
import { Step, type StepState } from './step.tsx';

interface Props {
  readonly state: MicrophoneState;
  readonly check: SoundCheck;
  readonly devices: readonly Device[];
  /** The chosen device; empty is the system's default. */
  readonly chosen: string;
  readonly onAsk: () => void;
  readonly onChoose: (id: string) => void;
}

/** The second step: where the person stands with the microphone, and the next thing to do. */
export function MicrophonePanel(props: Props) {
  const { state, check } = props;
  return (
    <Step state={stepState(state, check.trouble.value)} title={t('welcome_microphone')}>
      <Standing {...props} />
    </Step>
  );
}

function Standing({ state, onAsk, ...heard }: Props) {
  if (state === 'granted') return <Granted {...heard} />;
  if (state === 'denied') return <Blocked />;
  if (state === 'prompt' || state === 'asking' || state === 'dismissed') {
    return <Ask state={state} onAsk={onAsk} />;
  }
  return <Trouble state={state} onAgain={onAsk} />;
}

function stepState(state: MicrophoneState, trouble: MicrophoneState | null): StepState {
  if (state === 'granted') return trouble === null ? 'done' : 'trouble';
  return ['prompt', 'asking', 'dismissed'].includes(state) ? 'open' : 'trouble';
}

interface AskProps {
  readonly state: 'prompt' | 'asking' | 'dismissed';
  readonly onAsk: () => void;
}

function Ask({ state, onAsk }: AskProps) {
  return (
    <>
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
    </>
  );
}

type GrantedProps = Pick<Props, 'check' | 'devices' | 'chosen' | 'onChoose'>;

function Granted({ check, devices, chosen, onChoose }: GrantedProps) {
  const trouble = check.trouble.value;
  return (
    <>
      {isMendable(trouble) ? (
        <Trouble state={trouble} onAgain={() => check.again()} />
      ) : (
        <Notice kind="good">
          <p>{check.hasHeard.value ? t('welcome_heard') : t('welcome_granted')}</p>
        </Notice>
      )}
      <SoundMeter level={check.level} />
      <DeviceSelect
        label={t('options_microphone')}
        devices={devices}
        chosen={chosen}
        onChoose={onChoose}
      />
    </>
  );
}

type Mendable = 'denied_by_system' | 'missing' | 'busy';

function isMendable(state: MicrophoneState | null): state is Mendable {
  return state === 'denied_by_system' || state === 'missing' || state === 'busy';
}

interface TroubleProps {
  readonly state: Mendable;
  readonly onAgain: () => void;
}

function Trouble({ state, onAgain }: TroubleProps) {
  return (
    <>
      <Notice kind="problem">
        <p class="headline">{t(`welcome_${state}`)}</p>
        <p>{t(`welcome_${state}_mend`)}</p>
      </Notice>
      <div class="row">
        <Button kind="primary" large buttonRef={focusWhenShown} onClick={onAgain}>
          {t('welcome_again')}
        </Button>
      </div>
    </>
  );
}
