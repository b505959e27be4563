import { failureText, t } from '../shared/text.ts';
import type { Check, CheckFailure } from '../shared/ui/backend-check.ts';
import { Button } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import type { BackendStep } from './backend-step.ts';
import { Step, type StepState } from './step.tsx';

interface Props {
  readonly step: BackendStep;
}

/** The first step: the backend, which is found by itself where it usually runs. */
export function BackendPanel({ step }: Props) {
  const check = step.check.value;
  const address = new URL(step.backendUrl.value).host;
  return (
    <Step state={stateOf(check)} title={t('welcome_backend')}>
      {check.is === 'failed' ? (
        <Failed code={check.code} address={address} onAgain={() => void step.again()} />
      ) : (
        <Notice kind={check.is === 'running' || check.is === 'untested' ? 'plain' : 'good'}>
          <Found check={check} address={address} />
        </Notice>
      )}
    </Step>
  );
}

function stateOf({ is }: Check): StepState {
  if (is === 'failed') return 'trouble';
  return is === 'connected' || is === 'no catalogue' ? 'done' : 'open';
}

interface FoundProps {
  readonly check: Check;
  readonly address: string;
}

function Found({ check, address }: FoundProps) {
  if (check.is === 'connected') {
    const agents = t('welcome_backend_agents', check.agents.length);
    return <p>{t('welcome_backend_connected', [address, agents])}</p>;
  }
  if (check.is === 'no catalogue') {
    return <p>{t('welcome_backend_no_catalogue', [address])}</p>;
  }
  return <p class="busy-text">{t('welcome_backend_looking', [address])}</p>;
}

interface FailedProps {
  readonly code: CheckFailure;
  readonly address: string;
  readonly onAgain: () => void;
}

function Failed({ code, address, onAgain }: FailedProps) {
  return (
    <>
      <Notice kind="problem">
        <p class="headline">{failureText(code)}</p>
        <p>{t('welcome_backend_where', [address])}</p>
        <p>{t(`options_mend_${code}`)}</p>
      </Notice>
      <div class="row">
        <Button kind="primary" onClick={onAgain}>
          {t('welcome_again')}
        </Button>
        <a class="button" href="/options.html#backend">
          {t('welcome_backend_options')}
        </a>
      </div>
    </>
  );
}
