import { setTimeout as wait } from 'node:timers/promises';
import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { isLong } from '../../support/length.ts';
import { standIn, takesCall } from '../../support/stand-in.ts';
import { talksOnce } from './failing-card.ts';
import { type Stage, card, cardOn, clickTalk, expect, expectState, test } from './stage.ts';

/** How long the computer sleeps, in milliseconds: longer than a line may be silent. */
const SLEEP_MS = 20_000;
const LOST = 'The connection to the agent was lost.';

// It takes as long as it sleeps, and what it proves at other times is proved by a wire that freezes.
if (isLong) {
  test('mid-call, the computer sleeps: awake, the call ends, and the next one works', async ({
    scene: stage,
  }) => {
    const backend = await standIn({ echo: [takesCall] });
    await stage.set({ backendUrl: backend.url });
    const page = await stage.open(card());
    const roots = await ClosedRoots.of(page);
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'listening');
    await expectFault(stage, {
      done: `mid-call, the computer sleeps for ${SLEEP_MS / 1_000} s`,
      card: cardOn(page),
      async happens() {
        const all = await processes(stage);
        for (const id of all) process.kill(id, 'SIGSTOP');
        await wait(SLEEP_MS);
        for (const id of all) process.kill(id, 'SIGCONT');
        return Date.now();
      },
      async sees() {
        await expect(cardOn(page)).toHaveAttribute('data-voice-state', 'error');
        await roots.expectAlert(LOST);
        return LOST;
      },
      again: () => talksOnce(cardOn(page)),
    });
    backend.close();
  });
}

async function processes({ browser }: Stage): Promise<number[]> {
  const { processInfo } = await browser.devTools.send('SystemInfo.getProcessInfo');
  return processInfo.map(({ id }: { id: number }) => id);
}
