import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly about: string;
  readonly children: ComponentChildren;
}

/** One subject of the options page. */
export function Section({ title, about, children }: Props) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{title}</h2>
        <p class="muted">{about}</p>
      </div>
      {children}
    </section>
  );
}
