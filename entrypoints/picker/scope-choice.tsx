import type { DraftFaults, MarkDraft } from '../../core/mark-draft.ts';
import type { OpenTab } from '../../core/picking.ts';
import { siteName } from '../../core/site.ts';
import { t } from '../shared/text.ts';
import { Field } from '../shared/ui/field.tsx';
import type { MarkForm } from './mark-form.ts';

interface Props {
  readonly form: MarkForm;
}

/** Where the mark holds, and on which open tabs that is. */
export function ScopeChoice({ form }: Props) {
  const { kind, pattern } = form.draft.value;
  const [site = ''] = form.sites;
  const choice = (own: MarkDraft['kind'], label: string) => (
    <label class="choice">
      <input
        type="radio"
        name="scope"
        checked={kind === own}
        onChange={() => form.change({ kind: own })}
      />
      {label}
    </label>
  );
  return (
    <fieldset class="scope">
      <legend>{t('mark_scope')}</legend>
      {choice('page', t('mark_scope_page'))}
      {choice('path', t('mark_scope_path'))}
      {choice('site', t('mark_scope_site', [siteName(site)]))}
      {kind === 'path' && (
        <Field
          label={t('mark_pattern')}
          hint={t('mark_pattern_hint')}
          value={pattern}
          error={patternError(form.faults.value)}
          code
          onInput={(typed) => form.change({ pattern: typed.trim() })}
        />
      )}
      {form.matching.value && <Matching tabs={form.matching.value} />}
    </fieldset>
  );
}

function patternError({ pattern }: DraftFaults): string | null {
  return pattern ? t(`mark_pattern_${pattern}`) : null;
}

interface MatchingProps {
  readonly tabs: readonly OpenTab[];
}

function Matching({ tabs }: MatchingProps) {
  return (
    <div class="matching" role="status">
      <p class="hint">{t('mark_tabs', tabs.length)}</p>
      <ul class="plain-list">
        {tabs.slice(0, 5).map(({ title, url }) => (
          <li key={url}>
            <bdi>{title || url}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
