import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Turn } from '../../../core/conversation.ts';
import { t } from '../text.ts';

/** This close to the end, in pixels, a reader is reading along. */
const NEAR = 24;

interface Props {
  readonly turns: readonly Turn[];
}

/** Who said what; follows the conversation unless the reader has scrolled back. */
export function Transcript({ turns }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useLayoutEffect(() => {
    if (follows.current) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [turns]);
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
      {turns.length === 0 && <p class="muted">{t('transcript_empty')}</p>}
      {turns.map(({ role, text }) => (
        <p class={`turn ${role}`}>
          <strong>{t(`said_${role}`)}</strong> <span dir="auto">{text}</span>
        </p>
      ))}
    </div>
  );
}
