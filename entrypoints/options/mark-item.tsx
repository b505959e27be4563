import { useState } from 'preact/hooks';
import type { Mark } from '../../core/mark.ts';
import { siteName } from '../../core/site.ts';
import { failureText, t } from '../shared/text.ts';
import { AgentField } from '../shared/ui/agent-field.tsx';
import { Button } from '../shared/ui/button.tsx';
import type { LiveCatalogue } from '../shared/ui/catalogue.ts';
import { CornerField } from '../shared/ui/corner-field.tsx';
import { Field } from '../shared/ui/field.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { scopeName } from '../shared/ui/scope-name.ts';
import { Switch } from '../shared/ui/switch.tsx';
import type { MarksList } from './marks-list.ts';

interface Props {
  readonly mark: Mark;
  readonly list: MarksList;
  readonly catalogue: LiveCatalogue;
}

/** One mark: whether it is on, for whom and where; and what can be changed about it. */
export function MarkItem({ mark, list, catalogue }: Props) {
  const { id, label, agentId, scope, isOn } = mark;
  const name = catalogue.names.value?.get(agentId) ?? agentId;
  const site = siteName(scope.site);
  return (
    <li class="stack">
      <Switch
        label={label}
        hint={t('options_mark_where', [name, scopeName(scope)])}
        on={isOn}
        onChange={(on) => void list.turn(id, on)}
      />
      {isOn && !list.isAlive(mark) && (
        <div class="row">
          <p class="hint">{t('options_mark_off', [site])}</p>
          <Button onClick={() => void list.enable(scope.site)}>{t('options_mark_on')}</Button>
        </div>
      )}
      <details>
        <summary aria-label={t('options_mark_change', [label])}>
          {t('options_mark_change_short')}
        </summary>
        <Change mark={mark} list={list} catalogue={catalogue} />
      </details>
    </li>
  );
}

function Change({ mark, list, catalogue }: Props) {
  const { id, label, agentId, corner } = mark;
  const [typed, type] = useState<string | null>(null);
  const rename = (name: string) => void list.rename(id, name).then(() => type(null));
  const unfound = list.unfound.value;
  return (
    <div class="form">
      <Field label={t('mark_label')} value={typed ?? label} onInput={type} onCommit={rename} />
      <AgentField
        agentId={agentId}
        names={catalogue.names.value}
        trouble={catalogue.trouble.value}
        error={null}
        onChange={(chosen) => void list.assign(id, chosen)}
      />
      <CornerField corner={corner} onChange={(chosen) => void list.move(id, chosen)} />
      <div class="row">
        <Button onClick={() => void list.findAgain(mark)}>{t('options_mark_find')}</Button>
        <Button
          kind="danger"
          label={t('options_mark_delete', [label])}
          onClick={() => void list.remove(mark)}
        >
          {t('options_mark_delete_short')}
        </Button>
      </div>
      <Notice kind="plain">
        {unfound?.id === id &&
          (unfound.why === 'no tab' ? t('options_mark_no_tab') : failureText('page_closed'))}
      </Notice>
    </div>
  );
}
