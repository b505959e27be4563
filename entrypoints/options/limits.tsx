import { useId } from 'preact/hooks';
import type { Settings } from '../../core/settings.ts';
import { amount } from '../shared/figures.ts';
import { t } from '../shared/text.ts';
import { Part } from './section.tsx';

type LimitSettings = Pick<Settings, 'maxLengthSeconds' | 'silenceSeconds'>;

interface Props {
  readonly maxLength: number;
  readonly silence: number;
  readonly onChange: (change: Partial<LimitSettings>) => void;
}

/** Minutes to choose from. */
const LENGTHS = [5, 10, 15, 30, 60, 120];
const SILENCES = [1, 2, 3, 5, 10];

/** When a conversation ends by itself. */
export function Limits({ maxLength, silence, onChange }: Props) {
  return (
    <Part title={t('options_limits')}>
      <p class="hint">{t('options_limits_about')}</p>
      <Minutes
        label={t('options_max_length')}
        seconds={maxLength}
        choices={LENGTHS}
        onChange={(maxLengthSeconds) => onChange({ maxLengthSeconds })}
      />
      <Minutes
        label={t('options_silence')}
        seconds={silence}
        choices={SILENCES}
        onChange={(silenceSeconds) => onChange({ silenceSeconds })}
      />
    </Part>
  );
}

interface MinutesProps {
  readonly label: string;
  readonly seconds: number;
  readonly choices: readonly number[];
  readonly onChange: (seconds: number) => void;
}

function Minutes({ label, seconds, choices, onChange }: MinutesProps) {
  const id = useId();
  // A value from elsewhere that is none of the choices stands among them, so that nothing is lost.
  const all = [...new Set([...choices.map((minutes) => 60 * minutes), seconds])];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={seconds}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      >
        {all
          .toSorted((a, b) => a - b)
          .map((choice) => (
            <option key={choice} value={choice}>
              {choice % 60 === 0 ? amount(choice / 60, 'minute') : amount(choice, 'second')}
            </option>
          ))}
      </select>
    </div>
  );
}
