import { t } from '../shared/text.ts';
import { Brand } from '../shared/ui/page.tsx';
import { MicrophonePanel } from './microphone-panel.tsx';
import type { WelcomeModel } from './welcome-model.ts';

interface Props {
  readonly model: WelcomeModel;
}

/** The one page that asks for the microphone. */
export function Welcome({ model }: Props) {
  const isReady = model.state.value === 'granted';
  return (
    <main class="page">
      <Brand />
      <h1>{isReady ? t('welcome_ready') : t('welcome_title')}</h1>
      <MicrophonePanel state={model.state.value} onAsk={() => void model.ask()} />
      <Privacy />
    </main>
  );
}

function Privacy() {
  return (
    <section class="stack" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{t('welcome_privacy')}</h2>
      <ul class="plain-list ruled">
        <li>{t('welcome_privacy_page')}</li>
        <li>{t('welcome_privacy_agent')}</li>
        <li>{t('welcome_privacy_when')}</li>
      </ul>
    </section>
  );
}
