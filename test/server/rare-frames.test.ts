import { describe, expect, it } from 'vitest';
import { configured, hurried, listening } from '../support/backend.ts';
import { Caller } from '../support/caller.ts';

/** A conversation in writing and in sound, in a hurry. */
async function conversation(): Promise<Caller> {
  const { host } = await listening(configured(), { clock: hurried(20) });
  const response = await fetch(`http://${host}/api/voice-sdk/signed-url/echo`);
  const body: { signed_url: string } = JSON.parse(await response.text());
  return Caller.talking(body.signed_url);
}

describe('typed command', () => {
  it.each([
    ['/help', '/markdown'],
    ['/nonsense', '/markdown'],
    ['/markdown', '**strength**'],
  ])('%s is answered in writing', async (command, text) => {
    const caller = await conversation();
    caller.type(command);
    expect(await caller.next('agent_response')).toMatchObject({
      agent_response_event: { agent_response: expect.stringContaining(text), event_id: 2 },
    });
  });

  it('/recall repeats what was told besides', async () => {
    const caller = await conversation();
    const recalled = async () => {
      caller.type('/recall');
      const said = await caller.next('agent_response');
      return Object(said['agent_response_event']).agent_response;
    };
    expect(await recalled()).toBe('I was told nothing besides.');
    caller.send({ type: 'contextual_update', text: 'The page has changed.' });
    caller.send({ type: 'user_activity' });
    caller.send({ type: 'feedback', score: 'like', event_id: 2 });
    caller.send({ type: 'feedback', score: null, event_id: 2 });
    expect(await recalled()).toBe(
      'context: The page has changed.\nactivity\nfeedback: like for 2\nfeedback: none for 2',
    );
    for (let i = 0; i < 30; i++) caller.send({ type: 'contextual_update', text: `${i}` });
    const last = await recalled();
    expect(last.split('\n')).toHaveLength(20);
    expect(last).toMatch(/^context: 10\n.*context: 29$/s);
  });

  it('/stream sends parts, then the whole', async () => {
    const caller = await conversation();
    const before = caller.frames.length;
    caller.type('/stream');
    const whole = await caller.next('agent_response');
    const parts = caller.frames
      .slice(before)
      .filter(({ type }) => type === 'agent_chat_response_part')
      .map((frame) => frame['text_response_part']);
    expect(parts.at(0)).toEqual({ type: 'start', text: '', event_id: 2 });
    expect(parts.at(-1)).toEqual({ type: 'stop', text: '', event_id: 2 });
    const text = parts.map((part) => Object(part).text).join('');
    expect(parts.length).toBeGreaterThan(5);
    expect(whole).toMatchObject({ agent_response_event: { agent_response: text } });
  });

  it('/correct interrupts itself and corrects what it said', async () => {
    const caller = await conversation();
    caller.type('/correct');
    const said = await caller.next('agent_response');
    await caller.next('audio');
    expect(await caller.next('interruption')).toEqual({
      type: 'interruption',
      interruption_event: { event_id: 3 },
    });
    expect(await caller.next('agent_response_correction')).toEqual({
      type: 'agent_response_correction',
      agent_response_correction_event: {
        original_agent_response: Object(said['agent_response_event']).agent_response,
        corrected_agent_response: expect.stringMatching(/\.\.\.$/),
        event_id: 2,
      },
    });
  });

  it('/tool calls a tool and uses its answer', async () => {
    const caller = await conversation();
    caller.type('/tool show_card');
    const fields = { tool_name: 'show_card', tool_call_id: expect.any(String), event_id: 2 };
    expect(await caller.next('agent_tool_request')).toEqual({
      type: 'agent_tool_request',
      agent_tool_request: { ...fields, tool_type: 'client' },
    });
    const call = await caller.next('client_tool_call');
    expect(call.client_tool_call).toEqual({ ...fields, parameters: expect.any(Object) });
    const tool_call_id = call.client_tool_call?.tool_call_id;
    caller.send({ type: 'client_tool_result', tool_call_id, result: 'shown', is_error: false });
    expect(await caller.next('agent_tool_response')).toEqual({
      type: 'agent_tool_response',
      agent_tool_response: {
        ...fields,
        tool_call_id,
        tool_type: 'client',
        is_error: false,
        is_called: true,
        event_id: 3,
      },
    });
    expect(await caller.next('agent_response')).toMatchObject({
      agent_response_event: { agent_response: 'shown', event_id: 3 },
    });
  });

  it('/silence ends all messages, but not the connection', async () => {
    const caller = await conversation();
    await caller.next('ping');
    caller.type('/silence');
    caller.type('hello?');
    // The pong of the socket itself shows that everything before it was handled.
    caller.socket.ping();
    await new Promise((resolve) => caller.socket.once('pong', resolve));
    const before = caller.frames.length;
    // Pings would be 100 ms apart, audio 5 ms.
    await expect(caller.next('ping', 350)).rejects.toThrow();
    expect(caller.frames).toHaveLength(before);
    expect(caller.socket.readyState).toBe(caller.socket.OPEN);
  });

  it.each([1000, 1008, 1011, 3000, 4999])('/close %i closes with that code', async (code) => {
    const caller = await conversation();
    caller.type(`/close ${code}`);
    expect((await caller.closed).code).toBe(code);
  });

  it('/error quota sends the error, then closes', async () => {
    const caller = await conversation();
    caller.type('/error quota');
    expect(await caller.next('error')).toMatchObject({
      error_event: { code: 1002, message: expect.stringContaining('quota') },
    });
    expect(await caller.closed).toEqual({ code: 1002, reason: expect.stringContaining('quota') });
  });
});
