import type { Point, Step } from '../../core/aim.ts';
import { t } from '../shared/text.ts';
import { focusWhenShown } from '../shared/ui/button.tsx';
import { Bar } from './bar.tsx';
import { nameOf, sizeOf } from './naming.ts';
import type { PickerModel } from './picker-model.ts';

interface Props {
  readonly model: PickerModel;
}

/** Picks an element, with the pointer or with the keyboard alone. */
export function Aiming({ model }: Props) {
  const candidate = model.candidate.value;
  const keyDown = (event: KeyboardEvent) => {
    const isDone = obey(event, model);
    if (isDone) event.preventDefault();
  };
  return (
    <div class="aiming" onKeyDown={keyDown}>
      <div
        class="surface"
        role="application"
        aria-label={t('picker_title')}
        aria-describedby="picker-keys"
        tabIndex={0}
        ref={focusWhenShown}
        onPointerMove={(event) => model.point(pointOf(event))}
        onClick={(event) => press(event, model)}
        onContextMenu={(event) => event.preventDefault()}
      />
      <p class="unseen" role="status">
        {candidate && `${nameOf(candidate)}, ${sizeOf(candidate)}`}
      </p>
      <Bar model={model} />
    </div>
  );
}

/** A finger cannot point before it presses: what it touches is only shown, and taken in the bar. */
function press(event: MouseEvent, model: PickerModel): void {
  const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
  if (isTouch) model.point(pointOf(event));
  else model.take();
}

/** Does what a key is for; false where it is for nothing, or for what has the focus. */
function obey({ key, target }: KeyboardEvent, model: PickerModel): boolean {
  const isOnSlider = target instanceof HTMLInputElement;
  const step = isOnSlider ? undefined : stepOf(key, model.candidate.value?.isRightToLeft ?? false);
  if (step !== undefined) model.step(step);
  else if (key === 'Escape') model.leave();
  else if (key === 'Enter' && !(target instanceof HTMLButtonElement)) model.take();
  else return false;
  return true;
}

function stepOf(key: string, isRightToLeft: boolean): Step | undefined {
  const steps: Readonly<Record<string, Step>> = {
    ArrowUp: 'parent',
    ArrowDown: 'child',
    [isRightToLeft ? 'ArrowLeft' : 'ArrowRight']: 'next',
    [isRightToLeft ? 'ArrowRight' : 'ArrowLeft']: 'previous',
  };
  return steps[key];
}

function pointOf({ clientX: x, clientY: y }: MouseEvent): Point {
  return { x, y };
}
