import { useId } from 'preact/hooks';
import { t } from '../text.ts';
import type { Device } from './devices.ts';

interface Props {
  readonly label: string;
  readonly devices: readonly Device[];
  /** Empty for the system's default. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Chooses a microphone or a speaker; one that was unplugged stays chosen until another is. */
export function DeviceSelect({ label, devices, chosen, onChoose }: Props) {
  const id = useId();
  const isGone = chosen !== '' && devices.every((device) => device.id !== chosen);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <option value="">{t('device_default')}</option>
        {devices.map((device) => (
          <option key={device.id} value={device.id} dir="auto">
            {device.label}
          </option>
        ))}
        {isGone && <option value={chosen}>{t('device_gone')}</option>}
      </select>
    </div>
  );
}
