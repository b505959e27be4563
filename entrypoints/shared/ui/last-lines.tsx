import type { Entry } from '../../../core/transcript.ts';
import { t } from '../text.ts';

/** As many lines as one glance takes in; the panel has all of them. */
const LAST = 3;

interface Props {
  readonly entries: readonly Entry[];
}

/** What was said last. */
export function LastLines({ entries }: Props) {
  const turns = entries.filter((entry) => entry.kind === 'turn').slice(-LAST);
  return (
    <div class="transcript" role="log" aria-label={t('transcript')} tabIndex={0}>
      <div class="lines">
        {turns.length === 0 && <p class="muted">{t('transcript_empty')}</p>}
        {turns.map(({ role, text }) => (
          <p class={`turn ${role}`}>
            <strong>{t(`said_${role}`)}</strong> <bdi>{text}</bdi>
          </p>
        ))}
      </div>
    </div>
  );
}
