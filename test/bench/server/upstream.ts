import { createServer } from 'node:http';

// ElevenLabs as it is for the bench, a process of its own: signs at once, or after so many milliseconds.

const [, , delay = '0'] = process.argv;
const answer = JSON.stringify({
  signed_url: `wss://api.elevenlabs.io/v1/convai/conversation?agent_id=a&conversation_signature=${'x'.repeat(64)}`,
});
const headers = { 'content-type': 'application/json', 'content-length': answer.length };

const server = createServer((_request, response) => {
  const sign = () => void response.writeHead(200, headers).end(answer);
  if (delay === '0') sign();
  else setTimeout(sign, Number(delay));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') {
    process.stdout.write(`listening at http://127.0.0.1:${address.port}\n`);
  }
});
