import type { ReadonlySignal } from '@preact/signals';
import type { Settings } from '../../core/settings.ts';
import { fetchAgents } from '../shared/backend.ts';
import { changeMarks } from '../shared/mark-store.ts';
import { saveFile } from '../shared/save-file.ts';
import { type LiveCatalogue, liveCatalogue } from '../shared/ui/catalogue.ts';
import { enableSite } from '../shared/ui/enable-site.ts';
import { liveMarks } from '../shared/ui/live.ts';
import { findAgain } from './find-again.ts';
import { type MarksList, createMarksList } from './marks-list.ts';
import { type PackExport, createPackExport } from './pack-export.ts';
import { packId } from './pack-ids.ts';
import { type PackImport, createPackImport } from './pack-import.ts';

/** All that the section of marks shows and does. */
export interface MarksParts {
  readonly list: MarksList;
  readonly catalogue: LiveCatalogue;
  readonly packs: { readonly give: PackExport; readonly take: PackImport };
}

/** The marks of this browser, with what can be done with them. */
export async function liveMarksParts(settings: ReadonlySignal<Settings>): Promise<MarksParts> {
  const marks = await liveMarks();
  const save = (file: string, text: string) => saveFile(file, text, 'application/json');
  return {
    list: createMarksList(marks, settings, { changeMarks, findAgain, enable: enableSite }),
    catalogue: liveCatalogue(settings, fetchAgents),
    packs: {
      give: createPackExport(marks, { packId, save }),
      take: createPackImport(marks, { changeMarks }),
    },
  };
}
