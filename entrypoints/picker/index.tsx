import { sendMessage } from '../shared/messaging.ts';
import { t } from '../shared/text.ts';
import { showPage } from '../shared/ui/page.tsx';
import { openPageLine } from './page-line.ts';
import { createPickerModel } from './picker-model.ts';
import { Picker } from './picker.tsx';

// Rejects, and shows nothing, where a page has framed this by itself.
const view = await sendMessage('beginPicking', location.hash.slice(1));
const line = openPageLine(view, (news) => model.hear(news));
const model = createPickerModel({ ...line, nextFrame: (act) => requestAnimationFrame(act) });
showPage(t('picker_title'), <Picker model={model} />);
