// What the guide has a page do at a click, one step after the other: the microphone, the address, the session.
import { Conversation } from 'guide-client';

const card = document.querySelector<HTMLElement>('.voice-card');
card?.querySelector('.voice-mic-btn')?.addEventListener('click', async () => {
  await navigator.mediaDevices.getUserMedia({ audio: true });
  const response = await fetch(`/api/voice-sdk/signed-url/${card.dataset['agentId']}`);
  const { signed_url: signedUrl } = await response.json();
  await Conversation.startSession({ signedUrl, onConnect: () => connected() });
});
