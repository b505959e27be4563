import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Box, Candidate } from '../../core/aim.ts';
import { t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { nameOf } from './naming.ts';
import type { PickerModel } from './picker-model.ts';

/** Who comes after the bar within so many milliseconds of its going away wants it. */
const CHASE_MS = 2_000;

interface Props {
  readonly model: PickerModel;
}

/**
 * Says how to pick, at an edge of the window. It makes way for the pointer, since the page goes on
 * beneath it; but stays for one that comes after it.
 */
export function Bar({ model }: Props) {
  const [isAtTop, setAtTop] = useState(false);
  const went = useRef(-CHASE_MS);
  const bar = useRef<HTMLDivElement>(null);
  const candidate = model.candidate.value;
  // By keyboard one may come to what lies beneath.
  useLayoutEffect(() => {
    if (candidate && bar.current && covers(bar.current, candidate.box)) setAtTop(!isAtTop);
  }, [candidate]);
  const makeWay = ({ pointerType, timeStamp }: PointerEvent) => {
    if (pointerType !== 'mouse' || timeStamp - went.current < CHASE_MS) return;
    went.current = timeStamp;
    setAtTop(!isAtTop);
  };
  return (
    <div
      class={`bar ${isAtTop ? 'at-top' : ''}`}
      role="group"
      aria-label={t('picker_title')}
      onPointerEnter={makeWay}
      ref={bar}
    >
      <div class="words">
        <strong>{t('picker_title')}</strong>
        <p class="hint" id="picker-keys">
          {t('picker_keys')}
        </p>
        {model.isLost.value && <p role="alert">{t('picker_lost')}</p>}
      </div>
      {candidate && <Wideness candidate={candidate} onWiden={model.widen} />}
      <Button kind="primary" onClick={model.take}>
        {t('picker_take')}
      </Button>
      <Button onClick={model.leave}>{t('options_cancel')}</Button>
    </div>
  );
}

/** Whether the middle of what is in a box cannot be seen. */
function covers(bar: HTMLElement, { x, y, width, height }: Box): boolean {
  const { left, top, right, bottom } = bar.getBoundingClientRect();
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return middleX > left && middleX < right && middleY > top && middleY < bottom;
}

interface WidenessProps {
  readonly candidate: Candidate;
  readonly onWiden: (to: number) => void;
}

/** How far out the candidate is from what was aimed at. */
function Wideness({ candidate, onWiden }: WidenessProps) {
  return (
    <label class="wideness">
      <span>{t('picker_wideness')}</span>
      <input
        type="range"
        min={0}
        max={candidate.rungs - 1}
        value={candidate.rung}
        aria-valuetext={nameOf(candidate)}
        onInput={({ currentTarget }) => onWiden(Number(currentTarget.value))}
      />
    </label>
  );
}
