import { once } from 'node:events';
import { type ServerResponse, createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { portOf } from '../../support/ports.ts';

/** How long the backend takes for an address, and each of the two steps to the agent, in milliseconds. */
const MINT_MS = 100;
const STEP_MS = 50;

const METADATA = JSON.stringify({
  type: 'conversation_initiation_metadata',
  conversation_initiation_metadata_event: {
    conversation_id: 'conv_bench',
    agent_output_audio_format: 'pcm_16000',
    user_input_audio_format: 'pcm_16000',
  },
});

/** A backend and an agent that are as far away as others are, and pages for those who are compared. */
export async function startWire(pages: Readonly<Record<string, string>>) {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'convai' });
  const server = createServer(async ({ url = '', headers }, response) => {
    if (!url.startsWith('/api/voice-sdk/signed-url/')) return give(response, pages[url]);
    await wait(MINT_MS);
    const signed_url = `ws://${headers.host}/v1/convai/conversation?agent_id=echo&conversation_signature=x`;
    return response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ signed_url }));
  });
  server.on('upgrade', async (request, socket, head) => {
    await wait(STEP_MS);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.once('message', async () => {
        await wait(STEP_MS);
        opened.send(METADATA);
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server.address()),
    close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}

function give(response: ServerResponse, body: string | undefined): void {
  response
    .writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    .end(body);
}
