import type { Locator } from 'playwright/test';
import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { expectReleased } from '../../support/released.ts';
import { type Stage, card, cardOn, clickTalk, expect, expectLive, expectState } from './stage.ts';

/** What goes wrong at a card's first click. */
interface FirstClick {
  /** As the table of faults has it. */
  readonly done: string;
  readonly agentId?: string;
  /** The sentence that the card is to show. */
  readonly message: string;
  /** What else makes it go wrong, once the card was clicked. */
  readonly meanwhile?: () => Promise<void>;
  /** When it went wrong, in milliseconds since the epoch; by default once all was done for it. */
  readonly at?: () => number;
  /** Puts right what was wrong, before the second click. */
  readonly mend: () => unknown;
}

/** Expects a card to say what went wrong, nothing to stay open, and the next click to work. */
export async function failsThenWorks(stage: Stage, first: FirstClick): Promise<void> {
  const page = await stage.open(card(first.agentId));
  const roots = await ClosedRoots.of(page);
  const where = cardOn(page);
  await expectFault(stage, {
    done: first.done,
    card: where,
    async happens() {
      await clickTalk(where);
      await first.meanwhile?.();
      const at = Date.now();
      await expect(where).toHaveAttribute('data-voice-state', 'error');
      return first.at?.() ?? at;
    },
    async sees() {
      await roots.expectAlert(first.message);
      return first.message;
    },
    async again() {
      await expectReleased(stage);
      await first.mend();
      await talksOnce(where, () => roots.expectNoAlert());
    },
  });
}

/** Expects a card to have a conversation, from a click that begins it to one that ends it. */
export async function talksOnce(where: Locator, meanwhile?: () => Promise<void>): Promise<void> {
  await clickTalk(where);
  await expectLive(where);
  await meanwhile?.();
  await hangsUp(where);
}

/** Ends a card's conversation by a click. */
export async function hangsUp(where: Locator): Promise<void> {
  await clickTalk(where);
  await expectState(where, 'idle');
}
