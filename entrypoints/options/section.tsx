import type { ComponentChildren } from 'preact';
import { SECTION_TITLES, type SectionId } from './sections.ts';

interface Props {
  readonly id: SectionId;
  readonly about: string;
  readonly children: ComponentChildren;
}

/** One subject of the options page, at an address of its own. */
export function Section({ id, about, children }: Props) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <div class="section-head">
        <h2 id={`${id}-title`}>{SECTION_TITLES[id]()}</h2>
        <p class="muted">{about}</p>
      </div>
      {children}
    </section>
  );
}

interface PartProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of a section. */
export function Part({ title, children }: PartProps) {
  return (
    <div class="part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
