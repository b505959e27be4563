import { t } from '../shared/text.ts';
import { liveSettings } from '../shared/ui/live.ts';
import { showPage } from '../shared/ui/page.tsx';
import { optionsDoors } from './doors.ts';
import { createOptionsPage } from './options-page.tsx';
import { createPlace } from './place.ts';

const settings = await liveSettings();
const doors = await optionsDoors(settings);
const place = createPlace();
const page = createOptionsPage(settings, { ...doors, current: place.current });
showPage(t('options_title'), page);
place.go();
