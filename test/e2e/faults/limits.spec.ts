import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { standIn, takesCallAndPings } from '../../support/stand-in.ts';
import { talksOnce } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';

const LIMITS = [
  {
    done: 'nobody speaks (limit set to 20 s)',
    setting: { silenceSeconds: 20 },
    warning: 'Nobody has spoken for a while. This conversation ends in 15 seconds.',
    message: 'The conversation ended because nobody spoke.',
  },
  {
    done: 'it reaches its greatest length (set to 20 s)',
    setting: { maxLengthSeconds: 20 },
    warning: 'This conversation is about to reach its greatest length and ends in 15 seconds.',
    message: 'The conversation reached its greatest length.',
  },
];

for (const { done, setting, warning, message } of LIMITS) {
  test(`mid-call, ${done}: it is said 15 s before, and then it ends`, async ({ scene: stage }) => {
    // Pings keep the line alive while nobody speaks.
    const backend = await standIn({ echo: [takesCallAndPings] });
    await stage.set({ backendUrl: backend.url, ...setting });
    const page = await stage.open(card());
    const roots = await ClosedRoots.of(page);
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    await roots.expectAlert(warning);
    const warnedAt = Date.now();
    await expectFault(stage, {
      done: `mid-call, ${done}`,
      card: cardOn(page),
      happens: async () => warnedAt + 15_000,
      again: () => talksOnce(cardOn(page)),
      async sees() {
        await expect(cardOn(page)).toHaveAttribute('data-voice-state', 'error', {
          timeout: 20_000,
        });
        await roots.expectAlert(message);
        return message;
      },
    });
    backend.close();
  });
}
