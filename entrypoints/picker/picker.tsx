import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { LiveCatalogue } from '../shared/ui/catalogue.ts';
import { Aiming } from './aiming.tsx';
import { Form } from './form.tsx';
import { Highlight } from './highlight.tsx';
import { keepFocus } from './keep-focus.ts';
import { keepTab } from './keep-tab.ts';
import type { MarkForm } from './mark-form.ts';
import type { PickerModel, Taken } from './picker-model.ts';

/** A wheel may tell lines or pages instead of pixels. */
const LINE = 16;

interface Props {
  readonly model: PickerModel;
  readonly catalogue: LiveCatalogue;
  /** Makes the form for an element, given that of one that was given up for it. */
  readonly makeForm: (taken: Taken, before: MarkForm | null) => MarkForm;
}

/** Lies over the page: shows what is aimed at, and takes every key and click. */
export function Picker({ model, catalogue, makeForm }: Props) {
  const candidate = model.candidate.value;
  const taken = model.taken.value;
  const form = useForm(taken, makeForm);
  useEffect(() => {
    const gone = new AbortController();
    keepFocus(model.focus, gone.signal);
    return () => gone.abort();
  }, [model]);
  return (
    <main class="picker" onWheel={(event) => scroll(event, model)} onKeyDown={keepTab}>
      {candidate && <Highlight candidate={candidate} />}
      {taken && form ? (
        <Form
          form={form}
          taken={taken}
          catalogue={catalogue}
          onAgain={model.again}
          onLeave={model.leave}
        />
      ) : (
        <Aiming model={model} />
      )}
    </main>
  );
}

function useForm(taken: Taken | null, makeForm: Props['makeForm']): MarkForm | null {
  const last = useRef<MarkForm | null>(null);
  return useMemo(() => {
    if (taken) last.current = makeForm(taken, last.current);
    return last.current;
  }, [taken?.anchor]);
}

/** What a wheel would have scrolled on the page, it scrolls. */
function scroll(event: WheelEvent, model: PickerModel): void {
  const { clientX: x, clientY: y, deltaX, deltaY, deltaMode, ctrlKey, target } = event;
  // With this key it makes the page larger, which is the browser's affair.
  const isOurs = target instanceof Element && target.closest('.sheet') !== null;
  if (ctrlKey || isOurs) return;
  event.preventDefault();
  const unit = [1, LINE, innerHeight][deltaMode] ?? 1;
  model.scroll({ x, y }, { x: deltaX * unit, y: deltaY * unit });
}
