import type { Failure } from '../../core/failure.ts';
import type { Mend } from '../../core/untrusted.ts';
import { failureText, t } from '../shared/text.ts';
import type { Agent } from '../shared/backend.ts';
import { Button } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { State } from '../shared/ui/state.tsx';
import { mendOf } from '../shared/ui/talk.ts';
import { Step, type StepState } from './step.tsx';
import type { CallState, TestCall } from './test-call.ts';

interface Props {
  readonly call: TestCall;
  /** Whom to call; null while the steps before this one are not done, or where there is nobody. */
  readonly agent: Agent | null;
  /** Whether the steps before this one are done. */
  readonly isReady: boolean;
  readonly onMend: (where: Mend) => void;
}

/** The third step: a call that proves the whole path. */
export function TestCallPanel({ call, agent, isReady, onMend }: Props) {
  const state = call.state.value;
  const hasWorked = call.hasWorked.value;
  return (
    <Step state={stepState(state, hasWorked)} title={t('welcome_call')}>
      <p>{aboutCall(agent, isReady)}</p>
      {state.is === 'failed' && <Failed failure={state.failure} onMend={onMend} />}
      <Standing state={state} hasWorked={hasWorked} />
      <div class="row">
        {state.is === 'running' && (
          <Button kind="danger" onClick={() => void call.end()}>
            {t('welcome_call_end')}
          </Button>
        )}
        {state.is !== 'running' && agent && (
          <Button kind={hasWorked ? 'plain' : 'primary'} onClick={() => void call.call(agent.id)}>
            {t('welcome_call_start')}
          </Button>
        )}
      </div>
    </Step>
  );
}

interface StandingProps {
  readonly state: CallState;
  readonly hasWorked: boolean;
}

function Standing({ state, hasWorked }: StandingProps) {
  const isGood = hasWorked && state.is !== 'failed';
  return (
    <Notice kind={isGood ? 'good' : 'plain'}>
      {state.is === 'running' && (
        <State state={state.phase}>{t(`card_state_${state.phase}`)}</State>
      )}
      {isGood && <p>{t('welcome_call_worked')}</p>}
    </Notice>
  );
}

function stepState(state: CallState, hasWorked: boolean): StepState {
  if (state.is === 'failed') return 'trouble';
  return hasWorked ? 'done' : 'open';
}

function aboutCall(agent: Agent | null, isReady: boolean): string {
  if (!isReady) return t('welcome_call_later');
  return agent === null ? t('welcome_call_nobody') : t('welcome_call_about', [agent.name]);
}

interface FailedProps {
  readonly failure: Failure;
  readonly onMend: (where: Mend) => void;
}

function Failed({ failure: { code, detail, retryAfter }, onMend }: FailedProps) {
  const mend = mendOf(code);
  return (
    <Notice kind="problem">
      <p>{failureText(code, retryAfter)}</p>
      {detail && <p class="hint">{t('failure_detail', [detail])}</p>}
      {mend && <Button onClick={() => onMend(mend)}>{t(`mend_${mend}`)}</Button>}
    </Notice>
  );
}
