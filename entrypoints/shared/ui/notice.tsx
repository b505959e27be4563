import type { ComponentChildren } from 'preact';

interface Props {
  readonly kind: 'plain' | 'good' | 'problem';
  readonly children?: ComponentChildren;
}

/**
 * Says that something happened, and interrupts a screen reader only for a problem. Keep it on the
 * page while it has nothing to say: a region that arrives together with its words may go unheard.
 */
export function Notice({ kind, children }: Props) {
  return (
    <div class={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
