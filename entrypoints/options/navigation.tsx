import type { ReadonlySignal } from '@preact/signals';
import { t } from '../shared/text.ts';
import { SECTIONS, SECTION_TITLES, type SectionId } from './sections.ts';

interface Props {
  readonly current: ReadonlySignal<SectionId | null>;
}

/** Links to the sections. */
export function Navigation({ current }: Props) {
  return (
    <nav class="contents" aria-label={t('options_contents')}>
      <ul class="plain-list">
        {SECTIONS.map((id) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={current.value === id ? 'location' : undefined}>
              {SECTION_TITLES[id]()}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
