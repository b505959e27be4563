import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../shared/text.ts';

/** How far a step is. */
export type StepState = 'done' | 'open' | 'trouble';

interface Props {
  readonly state: StepState;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One step of the welcome, with a mark that tells how far it is. */
export function Step({ state, title, children }: Props) {
  const id = useId();
  return (
    <li>
      <section class={`section step ${state}`} aria-labelledby={id}>
        <h2 id={id}>
          <span class="mark" aria-hidden="true" />
          {title}
          <span class="unseen">{t(`welcome_step_${state}`)}</span>
        </h2>
        {children}
      </section>
    </li>
  );
}
