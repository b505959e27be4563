import { useEffect } from 'preact/hooks';
import { siteName } from '../../core/site.ts';
import { t } from '../shared/text.ts';
import { AgentField } from '../shared/ui/agent-field.tsx';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import type { LiveCatalogue } from '../shared/ui/catalogue.ts';
import { CornerField } from '../shared/ui/corner-field.tsx';
import { Field } from '../shared/ui/field.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import type { MarkForm } from './mark-form.ts';
import type { Taken } from './picker-model.ts';
import { Preview } from './preview.tsx';
import { ScopeChoice } from './scope-choice.tsx';

interface Props {
  readonly form: MarkForm;
  readonly taken: Taken;
  readonly catalogue: LiveCatalogue;
  /** Back to picking. */
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

/** What is to be said of an element that was taken, beside a preview of what becomes of it. */
export function Form({ form, taken, catalogue, onAgain, onLeave }: Props) {
  const { candidate } = taken;
  const { label, corner } = form.draft.value;
  const { x, width } = candidate.box;
  const isRight = x + width / 2 < innerWidth / 2;
  const save = async (event: Event) => {
    event.preventDefault();
    const sheet = event.currentTarget;
    const saving = form.save();
    if (sheet instanceof HTMLElement) toFault(sheet);
    if (await saving) onLeave();
  };
  return (
    <>
      <Preview candidate={candidate} corner={corner} label={label} />
      <div
        class={`sheet ${isRight ? 'at-right' : 'at-left'}`}
        role="dialog"
        aria-labelledby="form-title"
        onKeyDown={({ key }) => key === 'Escape' && onAgain()}
      >
        <h1 id="form-title" tabIndex={-1} ref={focusWhenShown}>
          {form.before ? t('mark_again', [form.before.label]) : t('mark_title')}
        </h1>
        <form class="form" noValidate onSubmit={(event) => void save(event)}>
          <Fields form={form} taken={taken} catalogue={catalogue} />
          <Outcome form={form} />
          <div class="row">
            <Button type="submit" kind="primary" disabled={form.outcome.value === 'saving'}>
              {t('options_save')}
            </Button>
            <Button onClick={onAgain}>{t('mark_other')}</Button>
            <Button kind="quiet" onClick={onLeave}>
              {t('options_cancel')}
            </Button>
          </div>
        </form>
      </div>
    </>
  );
}

function Fields({ form, taken, catalogue }: Pick<Props, 'form' | 'taken' | 'catalogue'>) {
  const { agentId, label, corner } = form.draft.value;
  const faults = form.faults.value;
  const names = catalogue.names.value;
  useEffect(() => {
    const [only, another] = names?.keys() ?? [];
    if (agentId === '' && only !== undefined && another === undefined)
      form.change({ agentId: only });
  }, [form, names]);
  return (
    <>
      <AgentField
        agentId={agentId}
        names={names}
        trouble={catalogue.trouble.value}
        error={faults.agentId ? t(`mark_agent_${faults.agentId}`) : null}
        onChange={(id) => form.change({ agentId: id.trim() })}
      />
      <Field
        label={t('mark_label')}
        value={label}
        error={faults.label ? t('mark_label_empty') : null}
        onInput={(typed) => form.change({ label: typed })}
      />
      <ScopeChoice form={form} />
      <CornerField
        corner={corner}
        isRightToLeft={taken.candidate.isRightToLeft}
        onChange={(chosen) => form.change({ corner: chosen })}
      />
    </>
  );
}

function Outcome({ form }: Pick<Props, 'form'>) {
  const sites = form.sites.map(siteName).join(', ');
  const outcome = form.outcome.value;
  return (
    <>
      <p class="hint">{t('mark_asks', [sites])}</p>
      <Notice kind="plain">{outcome === 'refused' && t('mark_refused', [sites])}</Notice>
      {outcome === 'failed' && <Notice kind="problem">{t('change_failed')}</Notice>}
    </>
  );
}

/** The keyboard goes on where something is missing. */
function toFault(sheet: HTMLElement): void {
  requestAnimationFrame(() => sheet.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
