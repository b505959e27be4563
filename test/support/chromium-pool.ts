import { startChromium } from '../../scripts/browser.js';
import { untilInstalled } from '../../scripts/configure.js';
import { expectNoAttempt } from '../../scripts/tripwire.js';
import type { Chromium } from './chromium.ts';
import { closePages, restore } from './restore.ts';

/** What a browser can only be started with. */
export type BrowserKind = Omit<Parameters<typeof startChromium>[0], 'hostPermissions'> & {
  readonly hostPermissions: string[];
};

/** A browser that serves one test after the other. */
interface Kept {
  readonly browser: Chromium;
  readonly kind: string;
  /** How many tests it has served. */
  served: number;
}

/** Chromium ends an extension that reloads itself thirty times within a short time. */
const MOST_TESTS = 25;

/** The browsers of a worker, one for each of the two kinds that its last tests needed. */
export class ChromiumPool {
  /** The one that was used last is the last. */
  #kept: readonly Kept[] = [];

  /** Returns a browser as it is after an installation: just started, or brought back to that state. */
  async take(options: BrowserKind): Promise<Chromium> {
    const kind = JSON.stringify(options);
    const one = (await this.#restored(options, kind)) ?? (await this.#start(options, kind));
    one.served += 1;
    this.#kept = [...this.#kept.filter((other) => other !== one), one];
    return one.browser;
  }

  async #restored({ hostPermissions }: BrowserKind, kind: string): Promise<Kept | null> {
    const kept = this.#kept.find((one) => one.kind === kind && one.served < MOST_TESTS);
    return kept && (await restore(kept.browser, hostPermissions)) ? kept : null;
  }

  /** Throws if a browser asked for an address off this computer. */
  expectNoAttempt(): void {
    for (const { browser } of this.#kept) expectNoAttempt(browser.attempts);
  }

  async close(): Promise<void> {
    await Promise.all(this.#kept.map(({ browser }) => browser.close()));
    this.#kept = [];
  }

  async #start(options: BrowserKind, kind: string): Promise<Kept> {
    const stays = this.#kept.filter((one) => one.kind !== kind).slice(-1);
    const goes = this.#kept.filter((one) => !stays.includes(one));
    this.#kept = stays;
    await Promise.all(goes.map(({ browser }) => browser.close()));
    const browser = await startChromium(options);
    await untilInstalled(browser.context);
    await closePages(browser.context);
    return { browser, kind, served: 0 };
  }
}
