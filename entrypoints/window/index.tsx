import { hostHere } from '../shared/conversation/host-here.ts';
import { sendMessage } from '../shared/messaging.ts';
import { showPanel } from '../shared/panel/show-panel.tsx';
import { t } from '../shared/text.ts';
import { rememberPlace } from './remember-place.ts';
import { viewHere } from './view-here.ts';
import { warmSpeaker } from './warm-speaker.ts';

const host = hostHere({
  // The person sees this window: the browser's question appears in it.
  whenPrompt: 'ask',
  changed: () => undefined,
});
void sendMessage('ready');
// While the person still answers what must be asked, the loudspeaker opens.
warmSpeaker();
rememberPlace();

await showPanel({
  view: viewHere(host),
  host: {
    command: (command) => host.command(command),
    end: () => host.end({}),
  },
  note: t('panel_close'),
});
