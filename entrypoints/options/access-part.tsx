import { failureText, t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Field } from '../shared/ui/field.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import type { AccessForm } from './access-form.ts';
import { Part } from './section.tsx';
import { UsageMeters } from './usage-meters.tsx';

interface Props {
  readonly form: AccessForm;
}

/** What the backend wants to see, where it wants to see anything: by a code, or a token. */
export function AccessPart({ form }: Props) {
  const { hasToken, usage, trouble, refused } = form;
  return (
    <Part title={t('options_access')}>
      <p class="hint">{t('options_access_about')}</p>
      <div class="row">
        <Field
          label={t('options_pairing_code')}
          value={form.code.value}
          onInput={(value) => (form.code.value = value)}
          code
        />
        <Button onClick={() => void form.pair()}>{t('options_pair')}</Button>
      </div>
      <div class="row">
        <Field
          label={t('options_token')}
          value={form.token.value}
          onInput={(value) => (form.token.value = value)}
          code
        />
        <Button onClick={() => void form.save()}>{t('options_token_keep')}</Button>
      </div>
      <Notice kind={trouble.value ? 'problem' : 'good'}>
        {trouble.value && <p>{failureText(trouble.value.code)}</p>}
        {hasToken.value && !trouble.value && <p>{t('options_token_kept')}</p>}
      </Notice>
      {refused.value && <Notice kind="plain">{t('options_token_refused')}</Notice>}
      {usage.value && <UsageMeters usage={usage.value} />}
      {hasToken.value && (
        <div class="row">
          <Button onClick={() => void form.look()}>{t('options_usage_again')}</Button>
          <Button kind="danger" onClick={() => void form.forget()}>
            {t('options_token_forget')}
          </Button>
        </div>
      )}
    </Part>
  );
}
