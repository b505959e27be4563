import type { ReadonlySignal } from '@preact/signals';
import { t } from '../shared/text.ts';
import { CopyButton } from '../shared/ui/copyable.tsx';
import { Part, Section } from './section.tsx';

/** A name, the same in every language. */
const LICENCE = 'MIT';

interface Props {
  readonly version: string;
  readonly diagnostics: ReadonlySignal<string>;
}

/** Which version this is, and what to hand on when something goes wrong. */
export function AboutSection({ version, diagnostics }: Props) {
  return (
    <Section id="about" about={t('extension_description')}>
      <dl class="facts">
        <dt>{t('options_version')}</dt>
        <dd>{version}</dd>
        <dt>{t('options_licence')}</dt>
        <dd>{LICENCE}</dd>
      </dl>
      <Part title={t('options_diagnostics')}>
        <p>{t('options_diagnostics_about')}</p>
        <div class="row">
          <CopyButton text={diagnostics.value} label={t('options_diagnostics_copy')} />
        </div>
        <details>
          <summary>{t('options_diagnostics_show')}</summary>
          <pre class="copyable" dir="ltr" tabIndex={0} aria-label={t('options_diagnostics')}>
            {diagnostics.value}
          </pre>
        </details>
      </Part>
    </Section>
  );
}
