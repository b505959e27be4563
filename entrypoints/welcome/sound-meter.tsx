import type { ReadonlySignal } from '@preact/signals';
import { t } from '../shared/text.ts';

interface Props {
  /** From 0 to 1. */
  readonly level: ReadonlySignal<number>;
}

/** How loud the microphone is, as it is spoken into. */
export function SoundMeter({ level }: Props) {
  const percent = 100 * level.value;
  // In tenths: a screen reader should not be told every flicker.
  const tenth = 10 * Math.round(percent / 10);
  return (
    <div
      class="meter"
      role="meter"
      aria-label={t('welcome_level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={tenth}
    >
      <span style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}
