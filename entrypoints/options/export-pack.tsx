import { siteName } from '../../core/site.ts';
import { t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Field } from '../shared/ui/field.tsx';
import { SelectField } from '../shared/ui/select-field.tsx';
import type { PackExport } from './pack-export.ts';
import { Part } from './section.tsx';

interface Props {
  readonly give: PackExport;
}

/** Gives marks to others. */
export function ExportPack({ give }: Props) {
  const sites = give.sites.value.map((site) => ({ value: site, label: siteName(site) }));
  return (
    <Part title={t('pack_export')}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void give.write();
          if (give.isNameless.value) event.currentTarget.querySelector('input')?.focus();
        }}
      >
        <Field
          label={t('pack_export_name')}
          hint={t('pack_export_hint')}
          value={give.name.value}
          error={give.isNameless.value ? t('mark_label_empty') : null}
          onInput={give.type}
        />
        {sites.length > 1 && (
          <SelectField
            label={t('pack_export_which')}
            options={[{ value: '', label: t('pack_export_all') }, ...sites]}
            value={give.site.value}
            onChange={give.choose}
          />
        )}
        <div class="row">
          <Button type="submit">{t('pack_export_save')}</Button>
        </div>
      </form>
    </Part>
  );
}
