import { useEffect } from 'preact/hooks';
import { Aiming } from './aiming.tsx';
import { Highlight } from './highlight.tsx';
import { keepTab } from './keep-tab.ts';
import type { PickerModel } from './picker-model.ts';

/** A wheel may tell lines or pages instead of pixels. */
const LINE = 16;

interface Props {
  readonly model: PickerModel;
}

/** Lies over the page: shows what is aimed at, and takes every key and click. */
export function Picker({ model }: Props) {
  const candidate = model.candidate.value;
  useEffect(() => {
    const lost = () => model.focus();
    window.addEventListener('blur', lost);
    return () => window.removeEventListener('blur', lost);
  }, [model]);
  return (
    <main class="picker" onWheel={(event) => scroll(event, model)} onKeyDown={keepTab}>
      {candidate && <Highlight candidate={candidate} />}
      <Aiming model={model} />
    </main>
  );
}

/** What a wheel would have scrolled on the page, it scrolls. */
function scroll(event: WheelEvent, model: PickerModel): void {
  const { clientX: x, clientY: y, deltaX, deltaY, deltaMode, ctrlKey } = event;
  // With this key it makes the page larger, which is the browser's affair.
  if (ctrlKey) return;
  event.preventDefault();
  const unit = [1, LINE, innerHeight][deltaMode] ?? 1;
  model.scroll({ x, y }, { x: deltaX * unit, y: deltaY * unit });
}
