import type { Failure } from '../../../core/failure.ts';
import { failureText, t } from '../text.ts';
import type { Catalogue } from './catalogue.ts';
import { Field } from './field.tsx';
import { SelectField } from './select-field.tsx';

interface Props {
  readonly agentId: string;
  /** Null where the backend tells of no agents. */
  readonly names: Catalogue;
  /** Why it does not, where that is a failure. */
  readonly trouble: Failure | null;
  readonly error: string | null;
  readonly onChange: (agentId: string) => void;
}

/** Whom to talk to: by name, or by id where the backend has no names to offer. */
export function AgentField({ agentId, names, trouble, error, onChange }: Props) {
  if (names === null || names.size === 0) {
    const why = trouble ? failureText(trouble.code, trouble.retryAfter) : t('mark_agent_id_hint');
    return (
      <Field
        label={t('mark_agent_id')}
        hint={why}
        value={agentId}
        error={error}
        code
        onInput={onChange}
      />
    );
  }
  const offered = [...names].map(([value, label]) => ({ value, label }));
  // One that was chosen before and is not offered any more, or none yet.
  const other = names.has(agentId) ? [] : [{ value: agentId, label: agentId || t('mark_choose') }];
  return (
    <SelectField
      label={t('mark_agent')}
      options={[...other, ...offered]}
      value={agentId}
      error={error}
      onChange={onChange}
    />
  );
}
