import { t } from '../shared/text.ts';

/** Every section, in its order on the page, by the part of the address behind the `#`. */
export const SECTION_TITLES = {
  backend: () => t('options_backend'),
  sites: () => t('options_sites'),
  cards: () => t('options_cards'),
  marks: () => t('options_marks'),
  sound: () => t('options_sound'),
  privacy: () => t('options_privacy'),
  shortcuts: () => t('options_shortcuts'),
  about: () => t('options_about'),
} as const;

/** A section's name in the address. */
export type SectionId = keyof typeof SECTION_TITLES;

/** The sections' names, in order. */
export const SECTIONS: readonly SectionId[] = Object.keys(SECTION_TITLES).filter(isSection);

/** The section an address leads to, or null where it names none. */
export function sectionAt(hash: string): SectionId | null {
  const name = hash.replace(/^#/, '');
  return isSection(name) ? name : null;
}

function isSection(name: string): name is SectionId {
  return Object.hasOwn(SECTION_TITLES, name);
}
