import { fetchAgents } from '../shared/backend.ts';
import { keepMark } from '../shared/mark-store.ts';
import { sendMessage } from '../shared/messaging.ts';
import { t } from '../shared/text.ts';
import { liveCatalogue } from '../shared/ui/catalogue.ts';
import { enablePlaces } from '../shared/ui/enable-site.ts';
import { liveSettings } from '../shared/ui/live.ts';
import { showPage } from '../shared/ui/page.tsx';
import { findGround } from './ground.ts';
import { createMarkForm } from './mark-form.ts';
import { openPageLine } from './page-line.ts';
import { createPickerModel } from './picker-model.ts';
import { Picker } from './picker.tsx';

// Rejects, and shows nothing, where a page has framed this by itself.
const view = await sendMessage('beginPicking', location.hash.slice(1));
const [ground, settings] = await Promise.all([findGround(view), liveSettings()]);
const line = openPageLine(view, (news) => model.hear(news));
const model = createPickerModel({ ...line, nextFrame: (act) => requestAnimationFrame(act) });
const catalogue = liveCatalogue(settings, fetchAgents);
const doors = {
  enable: enablePlaces,
  keep: keepMark,
  id: () => crypto.randomUUID(),
  now: () => Date.now(),
};
showPage(
  t('picker_title'),
  <Picker
    model={model}
    catalogue={catalogue}
    makeForm={({ candidate: { name }, anchor }, before) =>
      createMarkForm({ name, anchor }, { ...ground, said: before?.draft.peek() }, doors)
    }
  />,
);
