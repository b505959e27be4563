import { useId } from 'preact/hooks';
import { t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Difference } from './difference.tsx';
import type { Names } from './names.ts';
import type { PackImport } from './pack-import.ts';
import { Part } from './section.tsx';

interface Props {
  readonly take: PackImport;
  readonly names: Names;
}

/** Takes marks from others, once the person has seen what that would do. */
export function ImportPack({ take, names }: Props) {
  return (
    <Part title={t('pack_import')}>
      <p class="hint">{t('pack_import_about')}</p>
      <PackText take={take} />
      <Difference take={take} names={names} />
      <span class="saved" role="status">
        {take.isDone.value && t('pack_import_done')}
      </span>
    </Part>
  );
}

function PackText({ take }: Pick<Props, 'take'>) {
  const id = useId();
  const fault = take.fault.value;
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    take.type(await file.text());
    take.show();
  };
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take.show();
      }}
    >
      <div class="field">
        <label for={`${id}-file`}>{t('pack_import_file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
        />
      </div>
      <div class="field">
        <label for={`${id}-text`}>{t('pack_import_text')}</label>
        <textarea
          id={`${id}-text`}
          class="code"
          rows={3}
          spellcheck={false}
          value={take.text.value}
          aria-invalid={fault ? 'true' : 'false'}
          aria-describedby={fault ? `${id}-error` : undefined}
          onInput={({ currentTarget }) => take.type(currentTarget.value)}
        />
        {fault && (
          <p class="field-error" id={`${id}-error`} role="alert">
            {t(`pack_import_${FAULTS[fault]}`)}
          </p>
        )}
      </div>
      <div class="row">
        <Button type="submit">{t('pack_import_show')}</Button>
      </div>
    </form>
  );
}

const FAULTS = {
  'too large': 'too_large',
  'not JSON': 'not_json',
  'not a pack': 'not_a_pack',
  newer: 'newer',
} as const;
