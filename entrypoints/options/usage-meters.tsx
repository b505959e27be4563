import { useId } from 'preact/hooks';
import type { Usage } from '../shared/backend-access.ts';
import { dates, number } from '../shared/figures.ts';
import { t } from '../shared/text.ts';

type Figure = Usage['figures'][number];

interface Props {
  readonly usage: Usage;
}

/** What has been used of what may be. */
export function UsageMeters({ usage }: Props) {
  const { figures, isEstimate, expiresAt } = usage;
  return (
    <div class="usage">
      {figures.map((figure) => (
        <Meter figure={figure} />
      ))}
      {isEstimate && <p class="hint">{t('options_usage_estimate')}</p>}
      {expiresAt !== null && <p class="hint">{t('options_token_expires', [when(expiresAt)])}</p>}
    </div>
  );
}

interface MeterProps {
  readonly figure: Figure;
}

function Meter({ figure: { limit, used, most, resetsAt } }: MeterProps) {
  const id = useId();
  const said = most === null ? number(used) : t('options_usage_of', [number(used), number(most)]);
  const until = resetsAt === null ? '' : t('options_usage_until', [when(resetsAt)]);
  return (
    <div>
      <span id={id}>{t(`options_usage_${limit}`)}</span>
      {most !== null && <meter aria-labelledby={id} min={0} max={most} value={used} />}
      <span class="hint">{[said, until].filter(Boolean).join(' · ')}</span>
    </div>
  );
}

function when(iso: string): string {
  return dates({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
