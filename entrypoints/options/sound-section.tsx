import type { ReadonlySignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Policy } from '../../core/policy.ts';
import type { Settings } from '../../core/settings.ts';
import { percent } from '../shared/figures.ts';
import { HAS_SIDE_PANEL } from '../shared/browser/this-browser.ts';
import { t } from '../shared/text.ts';
import { DeviceSelect } from '../shared/ui/device-select.tsx';
import { type LiveDevices, devicesOf } from '../shared/ui/devices.ts';
import { Switch } from '../shared/ui/switch.tsx';
import { Limits } from './limits.tsx';
import { Locked } from './locked.tsx';
import { Section } from './section.tsx';

interface Props {
  readonly settings: ReadonlySignal<Settings>;
  readonly devices: LiveDevices;
  readonly policy: ReadonlySignal<Policy>;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** What conversations begin with: devices, loudness, the panel; and when they end by themselves. */
export function SoundSection({ settings, devices, policy, onChange }: Props) {
  const { inputDeviceId, outputDeviceId, volume } = settings.value;
  const inputs = devicesOf(devices.all.value, 'audioinput');
  const outputs = devicesOf(devices.all.value, 'audiooutput');
  return (
    <Section id="sound" about={t('options_sound_about')}>
      <DeviceSelect
        label={t('options_microphone')}
        devices={inputs}
        chosen={inputDeviceId}
        onChoose={(id) => onChange({ inputDeviceId: id })}
      />
      {/* Where a browser tells of no speakers, there is none to choose. */}
      {(outputs.length > 0 || outputDeviceId !== '') && (
        <DeviceSelect
          label={t('options_speaker')}
          devices={outputs}
          chosen={outputDeviceId}
          onChoose={(id) => onChange({ outputDeviceId: id })}
        />
      )}
      {inputs.length === 0 && (
        <p class="hint">
          {t('options_devices_unnamed')} <a href="/welcome.html">{t('mend_microphone')}</a>
        </p>
      )}
      <Volume volume={volume} onChange={(louder) => onChange({ volume: louder })} />
      <Beginning settings={settings} policy={policy} onChange={onChange} />
      <hr />
      <Locked policy={policy.value} names={['maxLengthSeconds', 'silenceSeconds']}>
        <Limits
          maxLength={settings.value.maxLengthSeconds}
          silence={settings.value.silenceSeconds}
          onChange={onChange}
        />
      </Locked>
    </Section>
  );
}

/** What happens ahead of a conversation, and with it. */
function Beginning({ settings, policy, onChange }: Omit<Props, 'devices'>) {
  const { prefetches, opensPanel } = settings.value;
  return (
    <>
      <Locked policy={policy.value} names={['prefetches']}>
        <Switch
          label={t('options_prefetches')}
          hint={t('options_prefetches_hint')}
          on={prefetches}
          onChange={(on) => onChange({ prefetches: on })}
        />
      </Locked>
      {HAS_SIDE_PANEL && (
        <Locked policy={policy.value} names={['opensPanel']}>
          <Switch
            label={t('options_opens_panel')}
            hint={t('options_opens_panel_hint')}
            on={opensPanel}
            onChange={(on) => onChange({ opensPanel: on })}
          />
        </Locked>
      )}
    </>
  );
}

interface VolumeProps {
  /** From 0 to 1. */
  readonly volume: number;
  readonly onChange: (volume: number) => void;
}

function Volume({ volume, onChange }: VolumeProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t('options_volume')}</label>
      <div class="row whole range">
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(100 * volume)}
          onChange={({ currentTarget }) => onChange(Number(currentTarget.value) / 100)}
        />
        <output for={id}>{percent(volume)}</output>
      </div>
    </div>
  );
}
