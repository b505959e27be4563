import type { WebSocket } from 'ws';
import {
  type Frame,
  agentResponse,
  toolCall,
  toolRequest,
} from '../../server/echo-agent/frames.ts';
import { type Conduct, takesCall } from './stand-in.ts';

/** An agent that takes the call, asks for these tools, and says all this. */
export function says(tools: readonly string[], answers: readonly string[]) {
  const asked = tools.flatMap((name, i) => {
    const call = { name, id: `call_${i}` };
    const parameters = { url: 'https://agent.evil.example/' };
    return [toolRequest(call, i + 2), toolCall(call, parameters, i + 2)];
  });
  const said = answers.map((text, i) => agentResponse(text, tools.length + i + 2));
  const refused: boolean[] = [];
  const conduct: Conduct = (socket) => {
    takesCall(socket);
    socket.once('message', () => sendAll(socket, [...asked, ...said]));
    socket.on('message', (data: Buffer) => {
      const { type, is_error: isError } = JSON.parse(data.toString());
      if (type === 'client_tool_result') refused.push(isError);
    });
  };
  return {
    conduct,
    /** Of each tool that was answered for, whether that was an error. */
    refused: () => refused,
  };
}

function sendAll(socket: WebSocket, frames: readonly Frame[]): void {
  for (const frame of frames) socket.send(JSON.stringify(frame));
}
