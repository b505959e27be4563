// What anybody waits for: the address, the socket, and the first answer on it; nothing else.
const isPrefetched = location.search !== '';
const ask = async () => {
  const response = await fetch('/api/voice-sdk/signed-url/echo');
  const { signed_url: signedUrl } = await response.json();
  return signedUrl;
};
const early = isPrefetched ? ask() : null;
document.querySelector('.voice-mic-btn')?.addEventListener('click', async () => {
  const socket = new WebSocket(await (early ?? ask()), ['convai']);
  socket.onopen = () => socket.send('{"type":"conversation_initiation_client_data"}');
  socket.onmessage = () => connected();
});
