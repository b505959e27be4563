import { percent } from '../figures.ts';
import { t } from '../text.ts';
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
          expanded={sound.isChoosing.value}
          onClick={() => sound.choose(!sound.isChoosing.value)}
        />
      </div>
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
