import { expectFault } from '../../support/faults.ts';
import { type Conduct, speech, standIn, takesCall } from '../../support/stand-in.ts';
import { talksOnce } from './failing-card.ts';
import { card, cardOn, clickTalk, expectState, test } from './stage.ts';

const MB = 1024 * 1024;

/** What an agent may send by mistake, or on purpose. */
const FRAMES: readonly (readonly [what: string, ...frames: (string | Buffer)[]])[] = [
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

/** All of them at once, for a line on which no conversation has begun. */
const EARLY = [
  'no JSON, bytes, hollow, oversized and all the rest',
  ...FRAMES.flatMap(([, ...frames]) => frames),
] as const;

for (const [when, rows] of [
  ['before any conversation', [EARLY]],
  ['in the middle', FRAMES],
] as const) {
  test(`sent ${when}, odd frames are passed over: the conversation goes on, and a click ends it`, async ({
    scene: stage,
  }) => {
    const agents: Record<string, Conduct[]> = {};
    const backend = await standIn(agents);
    await stage.set({ backendUrl: backend.url });
    const page = await stage.open(card());
    for (const [what, ...frames] of rows) {
      const isEarly = rows !== FRAMES;
      const odd: Conduct = (socket) => {
        for (const each of frames) socket.send(each);
        takesCall(socket);
      };
      agents['echo'] = [isEarly ? odd : takesCall];
      await clickTalk(cardOn(page));
      await expectState(cardOn(page), 'listening');
      await expectFault(stage, {
        done: `${what}, ${when}; then a click ends the call`,
        card: cardOn(page),
        async happens() {
          if (!isEarly) for (const each of frames) backend.send(each);
          backend.send(speech('Still here.', 20));
          backend.send(speech('And still.', 21));
          await expectState(cardOn(page), 'listening');
          await clickTalk(cardOn(page));
          return Date.now();
        },
        async sees() {
          await expectState(cardOn(page), 'idle');
          return 'the call went on; then the card at rest';
        },
      });
    }
    agents['echo'] = [takesCall];
    await talksOnce(cardOn(page));
    backend.close();
  });
}

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
