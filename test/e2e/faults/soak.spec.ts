import { type Heap, heapOf } from '../../support/heap.ts';
import { soakMinutes } from '../../support/length.ts';
import { type Conduct, hum, speech, standIn, takesCall } from '../../support/stand-in.ts';
import { tableText } from '../../support/table-text.ts';
import { hangsUp, talksOnce } from './failing-card.ts';
import { type Stage, card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';
import { until } from '../../support/until.ts';

const MB = 1024 * 1024;
const PARTS = ['host', 'background', 'page'] as const;

/** One conversation of so many turns, and so many short ones after it. */
const SOAK =
  soakMinutes === null
    ? { turns: 12, everyMs: 150, short: 4 }
    : { turns: Math.round(soakMinutes * 12), everyMs: 5_000, short: 300 };

/** As long as a conversation can be at most; half an hour, unless somebody sets it. */
const LONGEST_SECONDS = 4 * 3600;

/** What there is at one moment; heaps by part. */
interface Moment {
  readonly heaps: Readonly<Record<(typeof PARTS)[number], Heap>>;
  readonly tracks: number;
  readonly sockets: number;
}

test(`a conversation of ${SOAK.turns} turns and ${SOAK.short} short ones leave nothing behind`, async ({
  scene: stage,
}) => {
  test.setTimeout(test.info().timeout + SOAK.turns * SOAK.everyMs + SOAK.short * 10_000);
  const { agent, untilSaid } = chats(SOAK.everyMs);
  const backend = await standIn({ echo: [agent] });
  await stage.set({ backendUrl: backend.url, maxLengthSeconds: LONGEST_SECONDS });
  const page = await stage.open(card());
  // With all that moves, as most people have it.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  // What is made once, at the first conversations, is no growth.
  for (let i = 0; i < 3; i++) await talksOnce(cardOn(page));
  const before = await momentOf(stage, page.url());

  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  const written = await untilSaid(SOAK.turns);
  await hangsUp(cardOn(page));
  const between = await momentOf(stage, page.url());

  for (let i = 0; i < SOAK.short; i++) await talksOnce(cardOn(page));
  const after = await momentOf(stage, page.url());
  backend.close();

  const grown = (now: Moment, part: (typeof PARTS)[number]) =>
    now.heaps[part].bytes - before.heaps[part].bytes;
  const rows = PARTS.map((part) => ({
    part,
    // The host holds its last conversation until the next.
    long: grown(between, part) - (part === 'host' ? written : 0),
    short: grown(after, part),
  }));
  const kB = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
  const head = ['Heap', 'before', `after ${SOAK.turns} turns`, `after ${SOAK.short} short ones`];
  const lines = rows.map(({ part, long, short }) => [
    part,
    kB(before.heaps[part].bytes),
    `+ ${kB(long)}`,
    `+ ${kB(short)}`,
  ]);
  process.stdout.write(`\n${tableText(head, lines)}\n`);
  for (const { part, long, short } of rows) {
    expect(Math.max(long, short), `${part}, bytes more`).toBeLessThanOrEqual(MB);
  }
  expect(countsOf(after)).toEqual(countsOf(before));
});

async function momentOf({ browser, host }: Stage, pageAddress: string): Promise<Moment> {
  const own = `chrome-extension://${browser.extensionId}`;
  const { devTools } = browser;
  // That of the last conversation, which the host holds until the next, and one that waits for that; no other.
  await until(() => host.contexts()).toBe(2);
  return {
    tracks: await host.liveTracks(),
    sockets: await host.openSockets(),
    heaps: {
      host: await heapOf(devTools, `${own}/offscreen.html`),
      background: await heapOf(devTools, `${own}/background.js`),
      page: await heapOf(devTools, pageAddress),
    },
  };
}

function countsOf({ heaps, ...counts }: Moment) {
  return { ...counts, documents: PARTS.map((part) => heaps[part].documents) };
}

/** An agent that says and hears something every so many milliseconds, in words and sound, and keeps the line alive. */
function chats(everyMs: number) {
  let said = 0;
  let bytes = 0;
  const waiting: { turns: number; told: () => void; fail: (why: Error) => void }[] = [];
  const turn = (socket: Parameters<Conduct>[0]) => {
    const [heard, answer] = [`Question ${said}.`, `Answer ${said}: ${'and so on, '.repeat(20)}`];
    const user_transcription_event = { user_transcript: heard, event_id: said };
    socket.send(JSON.stringify({ type: 'ping', ping_event: { event_id: said } }));
    socket.send(JSON.stringify({ type: 'user_transcript', user_transcription_event }));
    socket.send(speech(answer, said));
    socket.send(hum(0.3, said));
    said += 1;
    bytes += heard.length + answer.length;
    for (const { turns, told } of waiting) if (said >= turns) told();
  };
  const agent: Conduct = (socket) => {
    takesCall(socket);
    const talking = setInterval(() => turn(socket), everyMs);
    socket.once('close', () => {
      clearInterval(talking);
      for (const { fail } of waiting) fail(new Error(`It was over after ${said} turns.`));
    });
  };
  return {
    agent,
    /** Waits for so many turns from now on; gives how many bytes of words they were. */
    async untilSaid(turns: number): Promise<number> {
      const already = bytes;
      await new Promise<void>((told, fail) => waiting.push({ turns: said + turns, told, fail }));
      return bytes - already;
    },
  };
}
