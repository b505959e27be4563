import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '../../../core/transcript.ts';
import { t } from '../text.ts';

/** This close to the end, in pixels, a reader is reading along. */
const NEAR = 24;

interface Props {
  readonly entries: readonly Entry[];
}

/** Who said what; follows the conversation unless the reader has scrolled back. */
export function Transcript({ entries }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useLayoutEffect(() => {
    if (follows.current) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [entries]);
  return (
    <div
      class="transcript"
      role="log"
      aria-label={t('transcript')}
      tabIndex={0}
      ref={log}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < NEAR;
      }}
    >
      {entries.length === 0 && <p class="muted">{t('transcript_empty')}</p>}
      {entries
        .filter((entry) => entry.kind === 'turn')
        .map(({ role, text }) => (
          <p class={`turn ${role}`}>
            <strong>{t(`said_${role}`)}</strong> <span dir="auto">{text}</span>
          </p>
        ))}
    </div>
  );
}
