import { speech } from './stand-in.ts';

const MB = 1024 * 1024;

/** What an agent may send by mistake, or on purpose. */
export const ODD_FRAMES: readonly (readonly [what: string, ...frames: (string | Buffer)[]])[] = [
  ['no JSON', 'nonsense', '', '[', 'null', '7'],
  ['bytes', Buffer.from([0, 1, 2, 255])],
  ['an unknown type', frame('surprise', {})],
  ['frames without what belongs in them', ...hollow()],
  ['audio that is no base64', audio('%%%', 3), audio('AA', 4)],
  ['a frame of 4 MB', frame('ping', { ping_event: { event_id: 1, more: 'x'.repeat(4 * MB) } })],
  [
    'frames out of order',
    correction('Never said.', 99),
    speech('Two.', 8),
    speech('One.', 7),
    frame('interruption', { interruption_event: { event_id: 2 } }),
  ],
  ['one event id for two messages', speech('Once.', 5), speech('Twice.', 5)],
];

/** All of them at once. */
export const ALL_ODD_FRAMES = ODD_FRAMES.flatMap(([, ...frames]) => frames);

function frame(type: string, payload: object): string {
  return JSON.stringify({ type, ...payload });
}

function audio(audio_base_64: string, event_id: number): string {
  return frame('audio', { audio_event: { audio_base_64, event_id } });
}

function correction(corrected_agent_response: string, event_id: number): string {
  const event = { corrected_agent_response, original_agent_response: '', event_id };
  return frame('agent_response_correction', { agent_response_correction_event: event });
}

/** A frame of every type that the product reads, with nothing in it, or with something else. */
function hollow(): string[] {
  const types = [
    'agent_response',
    'agent_response_correction',
    'agent_chat_response_part',
    'agent_tool_request',
    'agent_tool_response',
    'audio',
    'client_tool_call',
    'interruption',
    'ping',
    'user_transcript',
  ];
  return types.flatMap((type) => [
    frame(type, {}),
    frame(type, { [`${type}_event`]: null }),
    frame(type, { [`${type}_event`]: { event_id: 'seven' } }),
  ]);
}
