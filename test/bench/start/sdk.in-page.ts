// The SDK that the extension has, alone on a page that has fetched the address before the click.
import { Conversation } from '@11labs/client';

const early = fetch('/api/voice-sdk/signed-url/echo').then((response) => response.json());
document.querySelector('.voice-mic-btn')?.addEventListener('click', async () => {
  const { signed_url: signedUrl } = await early;
  await Conversation.startSession({
    signedUrl,
    connectionType: 'websocket',
    onConnect: () => connected(),
  });
});
