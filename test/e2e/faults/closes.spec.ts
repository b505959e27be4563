import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { standIn, takesCall } from '../../support/stand-in.ts';
import { talksOnce } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';

/**
 * A code with which an agent closes, what it says, and what the card says; null is nothing. Every other code is held
 * in Node (test/extension/faults/agent.test.ts).
 */
const ROWS: readonly (readonly [code: number, reason: string, message: string | null])[] = [
  [1000, '', null],
  [1002, 'This request exceeds your quota limit.', "The agent's allowance is used up."],
];

test('closed by the agent in the middle, well or not: the card says why, and the next click works', async ({
  scene: stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  for (const [code, reason, message] of ROWS) {
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    await expectFault(stage, {
      done: `closed with ${[code, reason].filter(Boolean).join(' ')}, in the middle`,
      card: cardOn(page),
      happens: async () => backend.hangUp(code, reason),
      async sees() {
        const state = message === null ? 'idle' : 'error';
        await expect(cardOn(page)).toHaveAttribute('data-voice-state', state);
        if (message !== null) await roots.expectAlert(message);
        return message ?? 'the card at rest';
      },
    });
  }
  await talksOnce(cardOn(page));
  backend.close();
});
