import { MICROPHONE_SETTINGS } from '../shared/browser/this-browser.ts';
import { t } from '../shared/text.ts';
import { Copyable } from '../shared/ui/copyable.tsx';
import { Notice } from '../shared/ui/notice.tsx';

/** How to allow a microphone that was blocked; the page notices by itself when it is. */
export function Blocked() {
  return (
    <>
      <Notice kind="problem">
        <p class="headline">{t('welcome_denied')}</p>
      </Notice>
      <h3>{t('welcome_denied_mend')}</h3>
      <ol class="steps">
        <li>{t('welcome_denied_icon')}</li>
        <li>{t('welcome_denied_allow')}</li>
        <li>{t('welcome_denied_wait')}</li>
      </ol>
      <div class="stack">
        <p class="muted">{t('welcome_denied_settings')}</p>
        <Copyable text={MICROPHONE_SETTINGS} label={t('welcome_copy')} />
      </div>
    </>
  );
}
