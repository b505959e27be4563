import { sendMessage } from '../shared/messaging.ts';
import { t } from '../shared/text.ts';
import { showPage } from '../shared/ui/page.tsx';
import { createSteps } from './steps.ts';
import { createWelcomeModel } from './welcome-model.ts';
import { Welcome } from './welcome.tsx';

const permission = await navigator.permissions.query({ name: 'microphone' });
const model = createWelcomeModel(permission.state, {
  tryMicrophone: async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
  },
  permission: async () => permission.state,
  granted: () => sendMessage('microphoneGranted'),
});
permission.addEventListener('change', () => model.permissionChanged(permission.state));
showPage(t('welcome_title'), <Welcome {...await createSteps(model)} />);
