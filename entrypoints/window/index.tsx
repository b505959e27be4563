import { signal } from '@preact/signals';
import type { State } from '../../core/conversation.ts';
import { hostHere } from '../shared/conversation/host-here.ts';
import { sendMessage } from '../shared/messaging.ts';
import { t } from '../shared/text.ts';
import { goMend } from '../shared/ui/go-mend.ts';
import { showPage } from '../shared/ui/page.tsx';
import { clock } from './clock.ts';
import { Panel } from './window.tsx';

const conversation = signal<State>(null);
const host = hostHere({
  // The person sees this window: the browser's question appears in it.
  whenPrompt: 'ask',
  changed: () => (conversation.value = host.look()),
});
void sendMessage('ready');

showPage(
  t('extension_name'),
  <Panel
    conversation={conversation}
    now={clock()}
    onMend={(to) => void goMend(to)}
    onEnd={() => void host.end({})}
  />,
);
