import type { Mark } from '../../core/mark.ts';
import type { ChangedMark, ChangedPart } from '../../core/mark-difference.ts';
import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import { scopeName } from '../shared/ui/scope-name.ts';
import type { Names } from './names.ts';
import type { PackImport } from './pack-import.ts';

interface Props {
  readonly take: PackImport;
  readonly names: Names;
}

/** Shows what a pack would do, and asks. */
export function Difference({ take, names }: Props) {
  const shown = take.shown.value;
  if (shown === null) return null;
  const { name, added, changed, removed, same, malformed } = shown;
  const isNothing = added.length + changed.length + removed.length === 0;
  return (
    <div class="stack" role="group" aria-labelledby="difference-title">
      <h4 id="difference-title" tabIndex={-1} ref={focusWhenShown} dir="auto">
        {t('pack_import_title', [name])}
      </h4>
      <Marks title={t('pack_import_added', added.length)} marks={added} names={names} />
      <Changes changed={changed} names={names} />
      <Marks title={t('pack_import_removed', removed.length)} marks={removed} names={names} />
      {isNothing && <p>{t('pack_import_nothing')}</p>}
      {same.length > 0 && <p class="hint">{t('pack_import_same', same.length)}</p>}
      {malformed > 0 && <p class="hint">{t('pack_import_malformed', malformed)}</p>}
      <div class="row">
        {!isNothing && (
          <Button kind="primary" onClick={() => void take.take()}>
            {t('pack_import_take')}
          </Button>
        )}
        <Button onClick={take.cancel}>{t('options_cancel')}</Button>
      </div>
    </div>
  );
}

interface MarksProps {
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly names: Names;
}

function Marks({ title, marks, names }: MarksProps) {
  if (marks.length === 0) return null;
  return (
    <>
      <p class="strong">{title}</p>
      <ul class="plain-list ruled" aria-label={title}>
        {marks.map((mark) => (
          <li key={mark.id}>
            <bdi>{mark.label}</bdi>
            <p class="hint">{aboutOf(mark, names)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChangesProps {
  readonly changed: readonly ChangedMark[];
  readonly names: Names;
}

function Changes({ changed, names }: ChangesProps) {
  if (changed.length === 0) return null;
  const title = t('pack_import_changed', changed.length);
  return (
    <>
      <p class="strong">{title}</p>
      <ul class="plain-list ruled" aria-label={title}>
        {changed.map(({ before, after, parts }) => (
          <li key={after.id}>
            <bdi>{before.label}</bdi>
            <ul class="hint">
              {parts.map((part) => (
                <li key={part}>{changeOf(part, before, after, names)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function changeOf(part: ChangedPart, before: Mark, after: Mark, names: Names): string {
  switch (part) {
    case 'label':
      return t('pack_import_label', [after.label]);
    case 'agent':
      return t('pack_import_agent', [agentOf(before, names), agentOf(after, names)]);
    case 'scope':
      return t('pack_import_scope', [scopeName(before.scope), scopeName(after.scope)]);
    case 'switch':
      return t(after.isOn ? 'pack_import_on' : 'pack_import_off');
    case 'corner':
      return t('pack_import_corner');
    case 'place':
      return t('pack_import_place');
  }
}

function aboutOf(mark: Mark, names: Names): string {
  return t('options_mark_where', [agentOf(mark, names), scopeName(mark.scope)]);
}

function agentOf({ agentId }: Mark, names: Names): string {
  return names.value?.get(agentId) ?? agentId;
}
