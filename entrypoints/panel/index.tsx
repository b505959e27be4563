import { signal } from '@preact/signals';
import type { State } from '../../core/conversation.ts';
import { Host } from '../shared/conversation/host.ts';
import { sendMessage } from '../shared/messaging.ts';
import { receive } from '../shared/receive.ts';
import { t } from '../shared/text.ts';
import { goMend } from '../shared/ui/go-mend.ts';
import { showPage } from '../shared/ui/page.tsx';
import { clock } from './clock.ts';
import { Panel } from './panel.tsx';

const conversation = signal<State>(null);
const host = new Host({
  mint: (order) => sendMessage('mint', order),
  changed: (summary) => {
    conversation.value = host.look();
    void sendMessage('changed', summary);
  },
  // The person sees this window: the browser's question appears in it.
  whenPrompt: 'ask',
  now: () => Date.now(),
});

receive('start', (order) => host.start(order));
receive('end', () => host.end());
receive('look', () => host.look());
void sendMessage('ready');

showPage(
  t('extension_name'),
  <Panel
    conversation={conversation}
    now={clock()}
    onMend={(to) => void goMend(to)}
    onEnd={() => void host.end()}
  />,
);
