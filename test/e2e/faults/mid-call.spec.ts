import type { Locator } from 'playwright/test';
import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { journey } from '../../support/journeys.ts';
import { hum, standIn, takesCall } from '../../support/stand-in.ts';
import { hangsUp, talksOnce } from './failing-card.ts';
import { times } from '../../support/length.ts';
import { until } from '../../support/until.ts';
import { expectReleased } from '../../support/released.ts';
import {
  type Stage,
  card,
  cardOn,
  clickTalk,
  expect,
  expectLive,
  expectState,
  test,
} from './stage.ts';

type Backend = Awaited<ReturnType<typeof standIn>>;

/** What happens in the middle of a call, and what the card says of it. */
interface Row {
  readonly done: string;
  /** Null is nothing: the card is at rest. */
  readonly message: string | null;
  /** The button that leads on from there, null where there is none; `Call again` unless it says otherwise. */
  readonly remedy?: 'Set up the microphone' | null;
  /** Makes it happen; gives the moment from which the time is taken until the microphone is off. */
  readonly happens: (stage: Stage, backend: Backend) => Promise<number>;
}

/** How long a line may be silent once the browser is offline, in milliseconds. */
const OFFLINE_MS = 3_000;

/** What only a browser does, and one of each kind of end; all else is held in Node (test/extension/faults). */
const TABLE: readonly Row[] = [
  {
    done: 'the line is cut',
    message: 'The connection to the agent was lost.',
    happens: async (_, backend) => backend.cut(),
  },
  {
    done: 'the agent closes with 1000',
    message: null,
    remedy: null,
    happens: async (_, backend) => backend.hangUp(1000, ''),
  },
  {
    done: 'the agent closes with 1002 and says that the quota is used up',
    message: "The agent's allowance is used up.",
    remedy: null,
    happens: async (_, backend) => backend.hangUp(1002, 'This request exceeds your quota limit.'),
  },
  {
    done: 'the browser goes offline, and nothing is heard for 3 s',
    message: 'The connection to the agent was lost.',
    async happens({ host }) {
      let at = 0;
      await host.whileOffline(async () => {
        await host.rings(OFFLINE_MS);
        at = Date.now();
        await until(() => host.liveTracks()).toBe(0);
      });
      return at;
    },
  },
  {
    done: 'the microphone permission is revoked',
    message: 'The microphone is blocked for Voice Cards.',
    remedy: 'Set up the microphone',
    async happens(stage) {
      await stage.setMicrophone('denied');
      return Date.now();
    },
  },
  {
    done: 'the conversation host goes without a word',
    message: 'The conversation stopped unexpectedly.',
    async happens({ browser }) {
      const worker = await browser.worker();
      await worker.evaluate(() => chrome.offscreen.closeDocument());
      return Date.now();
    },
  },
];

test('what happens mid-call is said on the card, nothing stays open, and the next call works', async ({
  scene: stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const where = cardOn(await stage.open(card()));
  for (const row of TABLE) {
    await clickTalk(where);
    await expectState(where, 'listening');
    await expectEnd(stage, where, backend, row);
  }
  backend.close();
});

async function expectEnd(stage: Stage, where: Locator, backend: Backend, row: Row): Promise<void> {
  const { done, message, happens } = row;
  const roots = await ClosedRoots.of(where.page());
  await expectFault(stage, {
    done: `mid-call, ${done}`,
    card: where,
    happens: () => happens(stage, backend),
    async again() {
      await expectReleased(stage);
      await stage.setMicrophone('granted');
      await where.page().bringToFront();
      await callsAgain(stage, where, row);
      await expectLive(where);
      await hangsUp(where);
    },
    async sees() {
      await expectState(where, message === null ? 'idle' : 'error');
      if (message !== null) await roots.expectAlert(message);
      return message ?? 'the card at rest';
    },
  });
}

/** Begins the next conversation by the way that the card offers. */
async function callsAgain(stage: Stage, where: Locator, { remedy }: Row): Promise<void> {
  const roots = await ClosedRoots.of(where.page());
  if (remedy) await roots.expectButton(remedy);
  if (remedy !== undefined) return clickTalk(where);
  await stage.later();
  await roots.click('Call again');
}

test('the process of the host crashes: the browser ends the whole extension, and nothing of it stays', async ({
  scene: stage,
}) => {
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await stage.host.crash();
  // Background, panel and popup live in that process, too; the browser offers to load the extension anew.
  await expect(page.locator('[data-voice-state]')).toHaveCount(0);
  expect(await stage.host.liveTracks()).toBe(0);
});

test(
  'the worker is stopped: the conversation goes on, and the card still ends it',
  journey('asleep-call'),
  async ({ scene: stage }) => {
    const often = times(20);
    test.setTimeout(test.info().timeout + often * 10_000);
    const backend = await standIn({ echo: [takesCall] });
    await stage.set({ backendUrl: backend.url });
    const page = await stage.open(card());
    for (let i = 0; i < often; i++) {
      await clickTalk(cardOn(page));
      await expectState(cardOn(page), 'listening');
      await stage.stopWorker();
      await page.bringToFront();
      expect(await stage.host.liveTracks()).toBe(1);
      backend.send(hum(0.5, 2));
      await expectState(cardOn(page), 'speaking');
      await expectState(cardOn(page), 'listening');
      await expectFault(stage, {
        done: 'mid-call, the worker is stopped; then a click ends the call',
        card: cardOn(page),
        async happens() {
          await clickTalk(cardOn(page));
          return Date.now();
        },
        async sees() {
          await expectState(cardOn(page), 'idle');
          return 'the call went on; then the card at rest';
        },
        ...(i === often - 1 && { again: () => talksOnce(cardOn(page)) }),
      });
    }
    backend.close();
  },
);

test('another page in the tab: the conversation goes on, and its card shows it and ends it', async ({
  scene: stage,
}) => {
  const page = await stage.open(card());
  const next = await stage.open(`<h1>Next</h1>${card()}`);
  const address = next.url();
  await next.close();
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await page.goto(address);
  await expectLive(cardOn(page));
  expect(await stage.host.liveTracks()).toBe(1);
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  await expectReleased(stage);
});

test.describe('a page that is left and comes back', () => {
  test.use({ backForwardCache: true });

  test('from the cache: the conversation goes on, and its card ends it', async ({
    scene: stage,
  }) => {
    const page = await stage.open(card());
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'wasKept', persisted));
    });
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    await expectFault(stage, {
      done: 'mid-call, the page goes into the cache and comes back; then a click ends the call',
      card: cardOn(page),
      async happens() {
        await page.goto(new URL('/index.html', page.url()).href);
        expect(await stage.host.liveTracks()).toBe(1);
        await page.goBack({ waitUntil: 'commit' });
        await expectLive(cardOn(page));
        expect(await page.evaluate(() => Reflect.get(window, 'wasKept'))).toBe(true);
        await clickTalk(cardOn(page));
        return Date.now();
      },
      async sees() {
        await expectState(cardOn(page), 'idle');
        return 'the call went on; then the card at rest';
      },
      again: () => talksOnce(cardOn(page)),
    });
  });
});
