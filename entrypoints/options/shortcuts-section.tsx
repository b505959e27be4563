import type { ReadonlySignal } from '@preact/signals';
import { SHORTCUTS } from '../shared/browser/this-browser.ts';
import { t } from '../shared/text.ts';
import { Copyable } from '../shared/ui/copyable.tsx';
import { Part, Section } from './section.tsx';
import type { Shortcut } from './shortcuts.ts';

interface Props {
  readonly shortcuts: ReadonlySignal<readonly Shortcut[]>;
}

/** Which keys do what, in every tab of the browser. */
export function ShortcutsSection({ shortcuts }: Props) {
  return (
    <Section id="shortcuts" about={t('options_shortcuts_about')}>
      <ul class="plain-list ruled" aria-label={t('options_shortcuts')}>
        {shortcuts.value.map(({ name, description, keys }) => (
          <li class="row apart" key={name}>
            <span class="grow">{description}</span>
            {keys === '' ? (
              <span class="muted">{t('options_shortcut_none')}</span>
            ) : (
              <kbd dir="ltr">{keys}</kbd>
            )}
          </li>
        ))}
      </ul>
      <Part title={t('options_shortcuts_change')}>
        <p>{t(SHORTCUTS.way)}</p>
        <Copyable text={SHORTCUTS.address} label={t('welcome_copy')} />
      </Part>
      <Part title={t('options_push_to_talk')}>
        <p>{t('options_push_to_talk_about')}</p>
      </Part>
    </Section>
  );
}
