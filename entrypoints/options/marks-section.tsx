import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import type { LiveCatalogue } from '../shared/ui/catalogue.ts';
import { Notice } from '../shared/ui/notice.tsx';
import { ExportPack } from './export-pack.tsx';
import type { PackExport } from './pack-export.ts';
import { ImportPack } from './import-pack.tsx';
import type { PackImport } from './pack-import.ts';
import { MarkItem } from './mark-item.tsx';
import type { MarksList } from './marks-list.ts';
import { Section } from './section.tsx';

interface Props {
  readonly list: MarksList;
  readonly catalogue: LiveCatalogue;
  readonly packs: { readonly give: PackExport; readonly take: PackImport };
}

/** The cards that the person marked, and packs of them. */
export function MarksSection({ list, catalogue, packs }: Props) {
  const marks = list.marks.value;
  return (
    <Section id="marks" about={t('options_marks_about')}>
      {marks.length === 0 ? (
        <p class="muted">{t('options_marks_none')}</p>
      ) : (
        <ul class="plain-list ruled" aria-label={t('options_marks')}>
          {marks.map((mark) => (
            <MarkItem key={mark.id} mark={mark} list={list} catalogue={catalogue} />
          ))}
        </ul>
      )}
      <Deleted list={list} />
      <hr />
      {marks.length > 0 && <ExportPack give={packs.give} />}
      <ImportPack take={packs.take} names={catalogue.names} />
    </Section>
  );
}

function Deleted({ list }: Pick<Props, 'list'>) {
  const deleted = list.deleted.value;
  return (
    <Notice kind="plain">
      {deleted && (
        <div class="row" key={deleted.id}>
          <p dir="auto">{t('options_mark_deleted', [deleted.label])}</p>
          <Button kind="quiet" buttonRef={focusWhenShown} onClick={() => void list.undo()}>
            {t('options_undo')}
          </Button>
        </div>
      )}
    </Notice>
  );
}
