import { useState } from 'preact/hooks';
import { t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';

/** Where the browser keeps its microphone settings; a page can name that place but not link to it. */
const SETTINGS_ADDRESS = import.meta.env.FIREFOX
  ? 'about:preferences#privacy'
  : 'chrome://settings/content/microphone';

/** How to allow a microphone that was blocked; the page notices by itself when it is. */
export function Blocked() {
  return (
    <section class="section">
      <Notice kind="problem">
        <p class="headline">{t('welcome_denied')}</p>
      </Notice>
      <h2>{t('welcome_denied_mend')}</h2>
      <ol class="steps">
        <li>{t('welcome_denied_icon')}</li>
        <li>{t('welcome_denied_allow')}</li>
        <li>{t('welcome_denied_wait')}</li>
      </ol>
      <SettingsAddress />
    </section>
  );
}

function SettingsAddress() {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(SETTINGS_ADDRESS);
    setCopied(true);
  };
  return (
    <div class="stack">
      <p class="muted">{t('welcome_denied_settings')}</p>
      <div class="row">
        <code class="copyable">{SETTINGS_ADDRESS}</code>
        <Button onClick={() => void copy()}>{t('welcome_copy')}</Button>
        <span role="status">{isCopied && t('welcome_copied')}</span>
      </div>
    </div>
  );
}
