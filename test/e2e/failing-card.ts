import { ClosedRoots } from '../support/closed-roots.ts';
import { expectFault } from '../support/faults.ts';
import { type Stage, card, cardOn, clickTalk, expect, expectLive, expectState } from './stage.ts';

/** What goes wrong at a card's first click. */
interface FirstClick {
  /** As the table of faults has it. */
  readonly done: string;
  readonly agentId?: string;
  /** The sentence that the card is to show. */
  readonly message: string;
  /** When it went wrong, in milliseconds since the epoch; by default at the click. */
  readonly at?: () => number;
  /** Puts right what was wrong, before the second click. */
  readonly mend: () => unknown;
}

/** Expects a card to say what went wrong, nothing to stay open, and the next click to work. */
export async function failsThenWorks(stage: Stage, first: FirstClick): Promise<void> {
  const page = await stage.open(card(first.agentId));
  const roots = await ClosedRoots.of(page);
  const where = cardOn(page);
  await expectFault(stage.host, {
    done: first.done,
    async happens() {
      await clickTalk(where);
      const clickedAt = Date.now();
      await expect(where).toHaveAttribute('data-voice-state', 'error', { timeout: 15_000 });
      return first.at?.() ?? clickedAt;
    },
    async sees() {
      await roots.expectAlert(first.message);
      return first.message;
    },
  });
  await expectReleased(stage);
  await first.mend();
  await clickTalk(where);
  await expectLive(where);
  await roots.expectNoAlert();
  await clickTalk(where);
  await expectState(where, 'idle');
}

/** Waits until the microphone is on, so that a fault finds something to let go of. */
export async function untilHeard({ host }: Stage): Promise<void> {
  await expect.poll(() => host.liveTracks(), { intervals: [20] }).toBe(1);
}

/** Expects the conversation host to hold no microphone, no socket and no sound. */
export async function expectReleased({ host }: Stage): Promise<void> {
  await expect.poll(() => host.liveTracks()).toBe(0);
  await expect.poll(() => host.openSockets()).toBe(0);
  await expect.poll(() => host.openContexts()).toBe(0);
}
