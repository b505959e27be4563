import type { CardState } from '../../../core/card.ts';

interface Props {
  readonly state: CardState;
  readonly children: string;
}

/** A state in words, with a dot for the eye. */
export function State({ state, children }: Props) {
  return (
    <span class="state">
      <span class={`dot ${state}`} aria-hidden="true" />
      {children}
    </span>
  );
}
