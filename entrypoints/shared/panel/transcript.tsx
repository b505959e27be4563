import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../core/transcript.ts';
import { number } from '../figures.ts';
import { t } from '../text.ts';
import { ChunkGroup } from './chunk-group.tsx';
import { chunksOf, firstMounted, groupsOf } from './chunks.ts';
import { createFollowing } from './following.ts';
import { Icon } from './icon.tsx';
import type { Feedback } from './line.tsx';

interface Props {
  readonly entries: readonly Entry[];
  /** How the agent is called. */
  readonly agent: string;
  readonly feedback?: Feedback;
  /** What it is called; the transcript, where there is one alone. */
  readonly label?: string;
}

/** Who said what; follows the conversation unless the reader has scrolled back. */
export function Transcript({ entries, agent, feedback, label = t('transcript') }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const following = useMemo(createFollowing, []);
  const first = useEarlierInTime(log, entries.length);
  const count = chunksOf(entries.length);
  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight });
  useLayoutEffect(
    () => whenGrown(log.current, () => following.leftAt.peek() === null && toEnd()),
    [],
  );
  const { value: leftAt } = following.leftAt;
  return (
    <div class="transcript-frame">
      <div
        class="transcript"
        // What is new is read out elsewhere, once it is whole; a log that fills would be read out from its start.
        role="log"
        aria-live="off"
        aria-label={label}
        tabIndex={0}
        ref={log}
        onScroll={({ currentTarget }) => following.scrolled(currentTarget, entries.length)}
      >
        <div class="chunks">
          {entries.length === 0 && <p class="muted">{t('transcript_empty')}</p>}
          {groupsOf(first, count).map(({ index, ...group }) => (
            <ChunkGroup key={index} {...group} {...{ entries, agent, feedback }} />
          ))}
        </div>
      </div>
      {leftAt !== null && (
        <Jump
          missed={entries.length - leftAt}
          onJump={() => {
            following.rejoin();
            toEnd();
            log.current?.focus();
          }}
        />
      )}
    </div>
  );
}

interface JumpProps {
  /** How many lines have come since the reader left the end. */
  readonly missed: number;
  readonly onJump: () => void;
}

/** Leads back to where the conversation is. */
function Jump({ missed, onJump }: JumpProps) {
  return (
    <button type="button" class="button jump" onClick={onJump}>
      <Icon name="down" /> {t('transcript_jump')}
      {missed > 0 && <span class="new">{number(missed)}</span>}
    </button>
  );
}

/** The first chunk to be mounted: the end at once, what came before when there is time. */
function useEarlierInTime(log: { readonly current: HTMLElement | null }, length: number): number {
  const [first, setFirst] = useState(() => firstMounted(length));
  const before = useRef<number | null>(null);
  useLayoutEffect(() => {
    // At the very top the browser does not hold on to what is read; elsewhere it does.
    const isAtTop = log.current?.scrollTop === 0 && before.current !== null;
    if (isAtTop) log.current.scrollTop = log.current.scrollHeight - (before.current ?? 0);
    if (first === 0) return;
    const isNear = () => (log.current?.scrollTop ?? 0) < (log.current?.clientHeight ?? 0);
    return inSpareTime(() => {
      before.current = log.current?.scrollHeight ?? null;
      setFirst(first - 1);
    }, isNear);
  }, [first]);
  return first;
}

/** What is left of a frame, in milliseconds, when there is time for more than what moves. */
const SPARE_MS = 9;
/** At least so long there is no more of it, in milliseconds. */
const REST_MS = 100;

/** Calls back once when a frame leaves enough time, or as soon as it is urgent; never twice in a frame. */
function inSpareTime(work: () => void, isUrgent: () => boolean): () => void {
  let idle = 0;
  let frame = 0;
  const rested = performance.now() + REST_MS;
  const wait = () => (frame = requestAnimationFrame(() => (idle = requestIdleCallback(look))));
  const look = (deadline: IdleDeadline) => {
    const hasTime = performance.now() > rested && deadline.timeRemaining() >= SPARE_MS;
    if (hasTime || isUrgent()) work();
    else wait();
  };
  wait();
  return () => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
  };
}

/** Calls back whenever the content of a scrolled element, or the element itself, has another size. */
function whenGrown(scrolled: HTMLElement | null, changed: () => void): (() => void) | undefined {
  const content = scrolled?.firstElementChild;
  if (!scrolled || !content) return undefined;
  const observer = new ResizeObserver(changed);
  observer.observe(content);
  observer.observe(scrolled);
  return () => observer.disconnect();
}
