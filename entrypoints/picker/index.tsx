import { fetchAgents } from '../shared/backend.ts';
import { keepMark } from '../shared/mark-store.ts';
import { sendMessage } from '../shared/messaging.ts';
import { t } from '../shared/text.ts';
import { liveCatalogue } from '../shared/ui/catalogue.ts';
import { liveSettings } from '../shared/ui/live.ts';
import { showPage } from '../shared/ui/page.tsx';
import { enableHere } from './enable-here.ts';
import { findGround } from './ground.ts';
import { createMarkForm } from './mark-form.ts';
import { openPageLine } from './page-line.ts';
import { createPickerModel } from './picker-model.ts';
import { Picker } from './picker.tsx';

const token = location.hash.slice(1);
const line = openPageLine(token);
// Rejects, and shows nothing, where a page has framed this by itself.
const view = await sendMessage('beginPicking', token);
const [ground, settings] = await Promise.all([findGround(view), liveSettings()]);
const model = createPickerModel({ ...line, nextFrame: (act) => requestAnimationFrame(act) });
line.hear(model.hear);
const catalogue = liveCatalogue(settings, fetchAgents);
const doors = {
  enable: enableHere,
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
