import { useId } from 'preact/hooks';
import { t } from '../text.ts';
import type { Agents } from './agents.ts';

interface Props {
  readonly agents: Agents;
}

/** Whom to talk to. */
export function AgentChoice({ agents }: Props) {
  const id = useId();
  const choices = agents.choices.value;
  return (
    <div class="field agent-choice">
      <label for={id}>{t('composer_agent')}</label>
      <select
        id={id}
        value={agents.chosen.value}
        onFocus={() => void agents.refresh()}
        onChange={({ currentTarget }) => agents.choose(currentTarget.value)}
      >
        {choices.length === 0 && <option value="">{t('composer_no_agent')}</option>}
        {choices.map(({ id: agentId, name }) => (
          <option key={agentId} value={agentId}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
