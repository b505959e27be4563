import { type ReadonlySignal } from '@preact/signals';
import type { Settings } from '../../core/settings.ts';
import type { Mend } from '../../core/untrusted.ts';
import { number } from '../shared/figures.ts';
import { t } from '../shared/text.ts';
import { type LiveDevices, devicesOf } from '../shared/ui/devices.ts';
import { Brand } from '../shared/ui/page.tsx';
import { BackendPanel } from './backend-panel.tsx';
import { type BackendStep, isFound } from './backend-step.ts';
import { MicrophonePanel } from './microphone-panel.tsx';
import { SitePanel } from './site-panel.tsx';
import type { SoundCheck } from './sound-check.ts';
import type { TestCall } from './test-call.ts';
import { TestCallPanel } from './test-call-panel.tsx';
import type { WelcomeModel } from './welcome-model.ts';

/** What the welcome page shows. */
export interface WelcomeProps {
  readonly settings: ReadonlySignal<Settings>;
  readonly backend: BackendStep;
  readonly microphone: WelcomeModel;
  readonly check: SoundCheck;
  readonly devices: LiveDevices;
  readonly call: TestCall;
  readonly onChoose: (inputDeviceId: string) => void;
  readonly onMend: (where: Mend) => void;
}

/** The way to the first conversation, in four steps; and the one page that asks for the microphone. */
export function Welcome(props: WelcomeProps) {
  const { settings, backend, microphone, call } = props;
  const { sites, inputDeviceId } = settings.value;
  const check = backend.check.value;
  const hasMicrophone = microphone.state.value === 'granted';
  const steps = [isFound(check), hasMicrophone, call.hasWorked.value, sites.length > 0];
  const done = steps.filter(Boolean).length;
  const agents = check.is === 'connected' ? check.agents : [];
  return (
    <main class="page">
      <header class="stack">
        <Brand />
        <h1>{done === steps.length ? t('welcome_ready') : t('welcome_title')}</h1>
        <p class="muted" role="status">
          {t('welcome_progress', [number(done), number(steps.length)])}
        </p>
      </header>
      <ol class="plain-list walk">
        <BackendPanel step={backend} />
        <MicrophonePanel
          state={microphone.state.value}
          check={props.check}
          devices={devicesOf(props.devices.all.value, 'audioinput')}
          chosen={inputDeviceId}
          onAsk={() => void microphone.ask()}
          onChoose={props.onChoose}
        />
        <TestCallPanel
          call={call}
          agent={agents.find(({ id }) => id === 'echo') ?? agents[0] ?? null}
          isReady={isFound(check) && hasMicrophone}
          onMend={props.onMend}
        />
        <SitePanel sites={sites} />
      </ol>
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
