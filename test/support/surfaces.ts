import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright/test';
import type { Conversation, Summary } from '../../core/conversation.ts';
import type { RecordedEvent } from '../../core/recorded-events.ts';
import { sentence } from './sentences.ts';
import type { Browser } from './chromium.ts';

/** What the extension has written down, and what its button shows. */
interface Facts {
  readonly conversation: Summary | null;
  readonly events: readonly RecordedEvent[];
  /** Oldest first. */
  readonly kept: readonly Conversation[];
  /** Settings and marks, as JSON. */
  readonly chosen: string;
  readonly badge: string;
}

/** What was opened in each browser, until that closes. */
const open = new WeakMap<Browser, Surfaces>();

/** Everything beside the page that shows how a conversation stands: popup, panel, the button's badge. */
export class Surfaces {
  readonly #popup: Page;
  readonly #panel: Page;

  /** Those of a browser: in tabs behind the page, which stays in front. */
  static async of(browser: Browser): Promise<Surfaces> {
    const known = open.get(browser);
    if (known) return known;
    const [popup, panel] = [
      await opened(browser, 'popup.html'),
      await opened(browser, 'panel.html'),
    ];
    const surfaces = new Surfaces(popup, panel);
    open.set(browser, surfaces);
    return surfaces;
  }

  private constructor(popup: Page, panel: Page) {
    this.#popup = popup;
    this.#panel = panel;
  }

  /** What the extension has written down by now. */
  async facts(): Promise<Facts> {
    return this.#panel.evaluate(async () => {
      interface Stored extends Record<string, unknown> {
        conversation?: Summary;
        events?: RecordedEvent[];
        transcripts?: { id: string }[];
      }
      const stored = await chrome.storage.session.get<Stored>();
      const { conversation = null, events = [], transcripts = [] } = stored;
      const keys = transcripts.map(({ id }) => `transcript:${id}`);
      const found = await chrome.storage.session.get<Record<string, Conversation>>(keys);
      const chosen = await chrome.storage.local.get(['settings', 'marks']);
      return {
        conversation,
        events,
        kept: keys.flatMap((key) => found[key] ?? []),
        chosen: JSON.stringify(chosen),
        badge: await chrome.action.getBadgeText({}),
      };
    });
  }

  /** Where a surface shows something else than that the conversation is over, and why. */
  async disagreements(card: Locator | undefined): Promise<string[]> {
    const { conversation, badge } = await this.facts();
    if (conversation?.phase !== 'ended') return [`it is ${conversation?.phase ?? 'unknown'}`];
    const why = whyOf(conversation);
    const [onCard, panel, popup] = await Promise.all([
      card ? card.getAttribute('data-voice-state') : null,
      saidOn(this.#panel, why),
      saidOn(this.#popup, why),
    ]);
    const shown = { badge, card: onCard, panel, popup };
    const over = said(sentence('conversation_ended'), why);
    const state = why === null ? 'idle' : 'error';
    const wanted = { badge: '', card: card ? state : null, panel: over, popup: over };
    return isDeepStrictEqual(shown, wanted) ? [] : [JSON.stringify(shown)];
  }
}

async function opened({ context, devTools, extensionId }: Browser, name: string): Promise<Page> {
  const url = `chrome-extension://${extensionId}/${name}`;
  const opening = context.waitForEvent('page', (page) => page.url() === url);
  await devTools.send('Target.createTarget', { url, background: true });
  const page = await opening;
  await page.getByRole('heading').first().waitFor();
  return page;
}

/** Why it failed, in words; null where it did not. */
function whyOf({ end }: Summary): string | null {
  return end?.by === 'failure' ? sentence(`failure_${end.failure.code}`) : null;
}

/** Whether a page of ours says that the conversation is over, and why; and what it says instead. */
async function saidOn(page: Page, why: string | null): Promise<string> {
  const ended = sentence('conversation_ended');
  const [statuses, alerts] = await Promise.all([
    page.getByRole('status').allTextContents(),
    page.getByRole('alert').allTextContents(),
  ]);
  const isSaid = why !== null && alerts.some((text) => text.includes(why));
  return said(
    statuses.some((text) => text.includes(ended)) ? ended : statuses.join(),
    why !== null && !isSaid ? alerts.join() : why,
  );
}

function said(state: string, why: string | null): string {
  return why === null ? state : `${state}: ${why}`;
}
