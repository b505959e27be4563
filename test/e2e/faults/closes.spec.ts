import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { closesWith, standIn, takesCall } from '../../support/stand-in.ts';
import { talksOnce } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';

const PROBLEM = 'The agent had a problem and ended the conversation.';
const REFUSED = 'The agent refused this conversation. Its authorization may have expired.';
const USED_UP = "The agent's allowance is used up.";
const COULD_NOT = 'The agent could not go on with the conversation.';

/** A code with which an agent closes, what it says, and what the card says; null is nothing. */
type Row = readonly [code: number, reason: string, message: string | null];

const BEFORE: readonly Row[] = [
  [1000, '', PROBLEM],
  [1001, 'going away', PROBLEM],
  [1008, 'policy', REFUSED],
  [1009, 'too big', PROBLEM],
  [1011, 'internal error', PROBLEM],
  [1012, 'service restart', PROBLEM],
];

const AFTER: readonly Row[] = [
  [1000, '', null],
  [1001, 'going away', PROBLEM],
  [1002, 'LLM failed', COULD_NOT],
  [1002, 'This request exceeds your quota limit.', USED_UP],
  [1008, 'policy', REFUSED],
  [1009, 'too big', PROBLEM],
  [1011, 'internal error', PROBLEM],
  [1012, 'service restart', PROBLEM],
  [3000, 'unauthorized', REFUSED],
];

for (const [when, rows] of [
  ['before any conversation', BEFORE],
  ['in the middle', AFTER],
] as const) {
  test(`closed by the agent ${when}, by whichever code: the card says why, and the next click works`, async ({
    scene: stage,
  }) => {
    const agents = { echo: [takesCall] };
    const backend = await standIn(agents);
    await stage.set({ backendUrl: backend.url });
    const page = await stage.open(card());
    const roots = await ClosedRoots.of(page);
    for (const [code, reason, message] of rows) {
      agents.echo = [rows === BEFORE ? closesWith(code, reason) : takesCall];
      await clickTalk(cardOn(page));
      if (rows === AFTER) await expectLive(cardOn(page));
      await expectFault(stage, {
        done: `closed with ${[code, reason].filter(Boolean).join(' ')}, ${when}`,
        card: cardOn(page),
        happens: async () => (rows === AFTER ? backend.hangUp(code, reason) : Date.now()),
        async sees() {
          const state = message === null ? 'idle' : 'error';
          await expect(cardOn(page)).toHaveAttribute('data-voice-state', state);
          if (message !== null) await roots.expectAlert(message);
          return message ?? 'the card at rest';
        },
      });
    }
    agents.echo = [takesCall];
    await talksOnce(cardOn(page));
    backend.close();
  });
}
