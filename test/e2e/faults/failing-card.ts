import type { Locator } from 'playwright/test';
import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { expectReleased } from '../../support/released.ts';
import { type Stage, clickTalk, expectLive, expectState } from './stage.ts';

/** What goes wrong at a click on a card. */
interface FailingClick {
  /** As the table of faults has it. */
  readonly done: string;
  /** The sentence that the card is to show. */
  readonly message: string;
  /** What else makes it go wrong, once the card was clicked. */
  readonly meanwhile?: () => Promise<void>;
  /** When it went wrong, in milliseconds since the epoch; by default once all was done for it. */
  readonly at?: () => number;
  /** Puts right what was wrong, before the next click. */
  readonly mend: () => unknown;
}

/** Expects a card to say what went wrong, nothing to stay open, and the next click to work. */
export async function failsThenWorks(
  stage: Stage,
  where: Locator,
  click: FailingClick,
): Promise<void> {
  const roots = await ClosedRoots.of(where.page());
  await expectFault(stage, {
    done: click.done,
    card: where,
    async happens() {
      await clickTalk(where);
      await click.meanwhile?.();
      const at = Date.now();
      await expectState(where, 'error');
      return click.at?.() ?? at;
    },
    async sees() {
      await roots.expectAlert(click.message);
      return click.message;
    },
    async again() {
      await expectReleased(stage);
      await click.mend();
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
