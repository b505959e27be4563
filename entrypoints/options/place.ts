import { type ReadonlySignal, signal } from '@preact/signals';
import { type SectionId, sectionAt } from './sections.ts';

/** The section that the page's address names. */
export function createPlace(): {
  readonly current: ReadonlySignal<SectionId | null>;
  /** Goes to it: once the page is there, for a browser looks for the place too early. */
  readonly go: () => void;
} {
  const current = signal(sectionAt(location.hash));
  const go = () => {
    current.value = sectionAt(location.hash);
    const section = current.value && document.getElementById(current.value);
    section?.focus({ preventScroll: true });
    section?.scrollIntoView();
  };
  window.addEventListener('hashchange', go);
  return { current, go };
}
