import type { ReadonlySignal } from '@preact/signals';
import type { BackendUrlFault } from '../../core/backend-url.ts';
import type { Policy } from '../../core/policy.ts';
import { failureText, t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Field } from '../shared/ui/field.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import type { Check, CheckFailure } from '../shared/ui/backend-check.ts';
import type { AccessForm } from './access-form.ts';
import { AccessPart } from './access-part.tsx';
import type { BackendForm } from './backend-form.ts';
import { Locked } from './locked.tsx';
import { Saved } from './saved.tsx';
import { Section } from './section.tsx';

interface Props {
  readonly form: BackendForm;
  readonly access: AccessForm;
  readonly policy: ReadonlySignal<Policy>;
}

/** Where the companion backend is, and whether it answers. */
export function BackendSection({ form, access, policy }: Props) {
  const save = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    void form.save();
    if (form.fault.value) event.currentTarget.querySelector('input')?.focus();
  };
  return (
    <Section id="backend" about={t('options_backend_about')}>
      <form class="form" noValidate onSubmit={save}>
        <Locked policy={policy.value} names={['backendUrl']}>
          <Field
            label={t('options_backend_url')}
            hint={t('options_backend_url_hint')}
            value={form.value.value}
            error={form.fault.value && faultText(form.fault.value)}
            inputMode="url"
            code
            onInput={(value) => form.type(value)}
          />
        </Locked>
        <div class="row">
          {!policy.value.locked.includes('backendUrl') && (
            <Button type="submit" kind="primary">
              {t('options_save')}
            </Button>
          )}
          <Button onClick={() => void form.test()}>{t('options_test')}</Button>
          <Saved when={form.hasSaved.value} />
        </div>
      </form>
      <CheckResult check={form.check.value} />
      {form.refused.value && <Notice kind="plain">{t('options_permission_refused')}</Notice>}
      <AccessPart form={access} />
    </Section>
  );
}

interface CheckProps {
  readonly check: Check;
}

function CheckResult({ check }: CheckProps) {
  if (check.is === 'failed') return <CheckFailed code={check.code} />;
  const good = check.is === 'connected' || check.is === 'no catalogue';
  return (
    <Notice kind={good ? 'good' : 'plain'}>
      {check.is === 'running' && <p class="busy-text">{t('options_testing')}</p>}
      {check.is === 'connected' && (
        <>
          <p class="headline">{t('options_connected')}</p>
          <Agents names={check.agents.map(({ name }) => name)} />
        </>
      )}
      {check.is === 'no catalogue' && (
        <>
          <p class="headline">{t('options_no_catalogue')}</p>
          <p>{t('options_no_catalogue_about')}</p>
        </>
      )}
    </Notice>
  );
}

interface AgentsProps {
  readonly names: readonly string[];
}

function Agents({ names }: AgentsProps) {
  if (names.length === 0) return <p>{t('options_no_agents')}</p>;
  return (
    <>
      <p id="agents-label">{t('options_agents')}</p>
      <ul aria-labelledby="agents-label">
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </>
  );
}

interface CheckFailedProps {
  readonly code: CheckFailure;
}

function CheckFailed({ code }: CheckFailedProps) {
  return (
    <Notice kind="problem">
      <p class="headline">{failureText(code)}</p>
      <p>{t(`options_mend_${code}`)}</p>
      {code === 'backend_refused' && (
        <p>
          {t('options_own_origin')} <code class="copyable">{location.origin}</code>
        </p>
      )}
    </Notice>
  );
}

function faultText(fault: BackendUrlFault): string {
  return t(`options_fault_${fault}`);
}
