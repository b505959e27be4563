import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { percent } from '../figures.ts';
import { t } from '../text.ts';
import type { Device } from './doors.ts';
import { HoldButton } from './hold-button.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import type { PanelModel } from './panel-model.ts';

interface Props {
  readonly model: PanelModel;
}

/** What one can do to the sound of a spoken conversation. */
export function Controls({ model }: Props) {
  const { sound, phase } = model;
  const isOpen = useSignal(false);
  const isMuted = sound.isMuted.value;
  const pushes = sound.isPushToTalk.value;
  return (
    <section class="controls" aria-label={t('controls')}>
      {pushes && <HoldButton sound={sound} />}
      <div class="control-row">
        <IconButton
          icon={isMuted ? 'muted' : 'microphone'}
          label={t('controls_mute')}
          pressed={isMuted}
          onClick={() => sound.mute(!isMuted)}
        />
        <IconButton
          icon="hold"
          label={t('controls_push_to_talk')}
          pressed={pushes}
          onClick={() => sound.pushToTalk(!pushes)}
        />
        <IconButton
          icon="stop"
          label={t('controls_stop_speaking')}
          disabled={phase.value !== 'speaking'}
          onClick={model.stopSpeaking}
        />
        <Volume model={model} />
        <IconButton
          icon="devices"
          label={t('controls_devices')}
          expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
            void sound.refresh();
          }}
        />
      </div>
      {isOpen.value && <Devices model={model} />}
    </section>
  );
}

function Volume({ model: { sound } }: Props) {
  const volume = sound.volume.value;
  return (
    <label class="volume" title={t('controls_volume')}>
      <Icon name="volume" />
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        aria-label={t('controls_volume')}
        aria-valuetext={percent(volume)}
        value={Math.round(volume * 100)}
        onInput={({ currentTarget }) => sound.setVolume(currentTarget.valueAsNumber / 100, false)}
        onChange={({ currentTarget }) => sound.setVolume(currentTarget.valueAsNumber / 100, true)}
      />
    </label>
  );
}

function Devices({ model: { sound } }: Props) {
  const { input, output } = sound.used.value;
  return (
    <div class="devices">
      <Choice
        label={t('controls_microphone')}
        devices={sound.inputs.value}
        used={input}
        onChoose={(id) => sound.use('input', id)}
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
}

function Choice({ label, devices, used, onChoose }: ChoiceProps) {
  const id = useId();
  // One that was unplugged is not there to be shown: the default has taken its place.
  const isThere = devices.some(({ deviceId }) => deviceId === used);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
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
