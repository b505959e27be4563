import { useId } from 'preact/hooks';
import { t } from '../text.ts';
import { focusWhenShown } from '../ui/button.tsx';
import type { Device } from './doors.ts';
import type { Sound } from './sound.ts';

interface Props {
  readonly sound: Sound;
  /** Whether the keyboard goes on here. */
  readonly takesFocus: boolean;
}

/** Which microphone and which speaker. */
export function Devices({ sound, takesFocus }: Props) {
  const { input, output } = sound.used.value;
  return (
    <div class="devices">
      <Choice
        label={t('controls_microphone')}
        devices={sound.inputs.value}
        used={input}
        onChoose={(id) => sound.use('input', id)}
        takesFocus={takesFocus}
      />
      <Choice
        label={t('controls_speaker')}
        devices={sound.outputs.value}
        used={output}
        onChoose={(id) => sound.use('output', id)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly devices: readonly Device[];
  readonly used: string;
  readonly onChoose: (id: string) => void;
  readonly takesFocus?: boolean;
}

function Choice({ label, devices, used, onChoose, takesFocus = false }: ChoiceProps) {
  const id = useId();
  // One that was unplugged is not there to be shown: the default has taken its place.
  const isThere = devices.some(({ deviceId }) => deviceId === used);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        ref={takesFocus ? focusWhenShown : null}
        value={isThere ? used : ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <option value="">{t('controls_device_default')}</option>
        {devices.map(({ deviceId, label: name }) => (
          <option key={deviceId} value={deviceId}>
            {name || t('controls_device_nameless')}
          </option>
        ))}
      </select>
    </div>
  );
}
