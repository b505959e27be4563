import { useComputed } from '@preact/signals';
import { amount } from '../figures.ts';
import { t } from '../text.ts';
import { Level } from './level.tsx';
import type { PanelModel } from './panel-model.ts';

interface Props {
  readonly model: PanelModel;
}

const SILENCE: readonly number[] = [];

/** How loud both sides are, and how far away the agent is. */
export function VitalSigns({ model: { vitals } }: Props) {
  const input = useComputed(() => vitals.value?.input ?? SILENCE);
  const output = useComputed(() => vitals.value?.output ?? SILENCE);
  const roundTrip = useComputed(() => vitals.value?.roundTrip);
  return (
    <div class="vital-signs">
      <div class="side">
        <span aria-hidden="true">{t('said_user')}</span>
        <Level levels={input} side="user" />
      </div>
      <div class="side">
        <span aria-hidden="true">{t('said_agent')}</span>
        <Level levels={output} side="agent" />
      </div>
      {roundTrip.value !== undefined && (
        <span class="round-trip" title={t('panel_round_trip_about')}>
          <span class="unseen">{t('panel_round_trip_about')} </span>
          {amount(roundTrip.value, 'millisecond')}
        </span>
      )}
    </div>
  );
}
