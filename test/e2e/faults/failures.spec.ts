import { gzipSync } from 'node:zlib';
import { ClosedRoots } from '../../support/closed-roots.ts';
import { journey } from '../../support/journeys.ts';
import { growth, peakMemory } from '../../support/memory.ts';
import { freePort } from '../../support/ports.ts';
import {
  type Turn,
  closesWith,
  json,
  runsOutOfQuota,
  signedUrl,
  standIn,
  staysSilent,
  takesCall,
} from '../../support/stand-in.ts';
import { untilHeard } from '../../support/released.ts';
import { failsThenWorks } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';

const MB = 1024 * 1024;

interface Row {
  readonly name: string;
  /** What goes wrong at the first click; the second click works. */
  readonly first: Turn;
  readonly message: string;
  /** How long the extension waits for what never comes, in milliseconds: only then it is a fault. */
  readonly patience?: number;
}

const TABLE: readonly Row[] = [
  {
    name: 'the agent closes with 3000',
    first: closesWith(3000, 'unauthorized'),
    message: 'The agent refused this conversation. Its authorization may have expired.',
  },
  {
    name: 'the handshake is never answered',
    first: staysSilent,
    message: 'The agent did not answer in time.',
    patience: 10_000,
  },
  {
    name: 'the agent cannot go on',
    first: closesWith(1002, 'LLM failed'),
    message: 'The agent could not go on with the conversation.',
  },
  {
    name: 'the quota runs out, and the socket closes as if all were well',
    first: runsOutOfQuota,
    message: "The agent's allowance is used up.",
  },
  {
    name: 'the connection breaks',
    first: (socket) => socket.terminate(),
    message: 'The connection to the agent was lost.',
  },
  {
    name: 'the backend does not know the agent',
    first: json(400, { error: 'Invalid agent ID' }),
    message: 'The voice backend does not offer this agent.',
  },
  {
    name: "the backend's key is not accepted",
    first: json(401, { error: 'ElevenLabs API key is invalid or unauthorized.' }),
    message: "The voice backend's ElevenLabs key was not accepted. Please tell whoever runs it.",
  },
  {
    name: 'the backend has a problem',
    first: json(500, { error: 'Internal server error' }),
    message: 'The voice backend had a problem. Please try again in a moment.',
  },
  {
    name: 'the backend has a problem for 30 seconds',
    first: json(503, { error: 'Maintenance' }, { 'retry-after': '30' }),
    message: 'The voice backend had a problem. Please try again in 30 seconds.',
  },
  {
    name: 'the backend takes 6 seconds to answer',
    first: { status: 200, body: '{}', afterMs: 6_000 },
    message: 'The voice backend did not answer in time.',
    patience: 5_000,
  },
  {
    name: 'the backend answers nothing',
    first: { status: 200, body: '' },
    message: "The voice backend's answer makes no sense. Please check its address.",
  },
  {
    name: 'the backend answers in HTML',
    first: { status: 200, body: '<h1>Welcome</h1>' },
    message: "The voice backend's answer makes no sense. Please check its address.",
  },
  {
    name: 'the backend leads elsewhere',
    first: { status: 302, body: '', headers: { location: 'http://127.0.0.1:9/' } },
    message: "The voice backend's address leads somewhere else. Please check it.",
  },
  {
    name: 'the backend sends a wss: address elsewhere',
    first: json(200, { signed_url: 'wss://evil.test/v1/convai/conversation?agent_id=echo' }),
    message: 'The voice backend sent an address that is not safe to talk to.',
  },
  {
    name: 'the backend sends a ws: address elsewhere',
    first: json(200, { signed_url: signedUrl('127.0.0.1:9') }),
    message: 'The voice backend sent an address that is not safe to talk to.',
  },
  {
    name: "the backend sends another agent's address",
    first: { status: 200, body: (host) => [JSON.stringify({ signed_url: signedUrl(host, 'b') })] },
    message: 'The voice backend sent an address that is not safe to talk to.',
  },
];

for (const { name, first, message, patience = 0 } of TABLE) {
  test(`when ${name}, the card says so, nothing stays open, and the next click works`, async ({
    scene: stage,
  }) => {
    const agents = { echo: [first] };
    const backend = await standIn(agents, { ready: () => untilHeard(stage) });
    await stage.set({ backendUrl: backend.url });
    await failsThenWorks(stage, {
      done: name,
      message,
      at: () => backend.lastActed() + patience,
      mend: () => (agents.echo = [takesCall]),
    });
    backend.close();
  });
}

test('a body of 400 MB is read no further than an answer can be long', async ({ scene: stage }) => {
  let taken = 0;
  const body = function* (host: string) {
    for (const piece of hugeAnswer(host, 400)) {
      taken += piece.length;
      yield piece;
    }
  };
  const agents: Record<string, Turn[]> = { echo: [{ status: 200, body }] };
  const backend = await standIn(agents, { ready: () => untilHeard(stage) });
  await stage.set({ backendUrl: backend.url });
  await failsThenWorks(stage, {
    done: 'the backend answers with 400 MB',
    message: "The voice backend's answer makes no sense. Please check its address.",
    at: backend.lastActed,
    mend: () => (agents['echo'] = [takesCall]),
  });
  // What lies between it and us in buffers has been sent, and no more; on a busy computer that is a lot.
  expect(taken).toBeLessThan(100 * MB);
  backend.close();
});

test('a small body that unpacks to 256 MB is not unpacked', async ({ scene: stage }) => {
  test.setTimeout(90_000);
  const agents: Record<string, Turn[]> = { echo: [takesCall] };
  const backend = await standIn(agents, { ready: () => untilHeard(stage) });
  await stage.set({ backendUrl: backend.url });
  const packed = gzipSync([...hugeAnswer(new URL(backend.url).host, 256)].join(''));
  // A first conversation, so that what is measured is not the host's birth.
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  const before = await peakMemory(stage.browser.devTools);
  const headers = { 'content-encoding': 'gzip' };
  agents['echo'] = [{ status: 200, body: () => [packed], headers }];
  await failsThenWorks(stage, {
    done: 'the backend answers with 256 MB, packed into 256 kB',
    message: "The voice backend's answer makes no sense. Please check its address.",
    at: backend.lastActed,
    mend: () => (agents['echo'] = [takesCall]),
  });
  // The processes of our pages breathe by some tens of MB; unpacked, it would be 256 at least.
  expect(growth(before, await peakMemory(stage.browser.devTools))).toBeLessThan(128 * MB);
  backend.close();
});

test(
  'when the backend is down, the card says so, and the next click finds it up again',
  journey('backend-down'),
  async ({ scene: stage }) => {
    const port = await freePort();
    await stage.set({ backendUrl: `http://127.0.0.1:${port}` });
    let backend: Awaited<ReturnType<typeof standIn>> | undefined;
    await failsThenWorks(stage, {
      done: 'the backend is down',
      message: 'The voice backend cannot be reached. Is it running?',
      async mend() {
        backend = await standIn({ echo: [takesCall] }, { port });
      },
    });
    backend?.close();
  },
);

test('an agent that the real backend does not offer is said so', async ({ scene: stage }) => {
  const page = await stage.open(card('nobody') + card());
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page, 0));
  await roots.expectAlert('The voice backend does not offer this agent.');
  await page.keyboard.press('Escape');
  await roots.expectNoAlert();
  await clickTalk(cardOn(page, 1));
  await expectLive(cardOn(page, 1));
  await expectState(cardOn(page, 0), 'idle');
});

test('why the agent closed is told in the popup, and not on the page', async ({ scene: stage }) => {
  const backend = await standIn({ echo: [closesWith(1002, 'LLM cascade timeout')] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'error');
  const roots = await ClosedRoots.of(page);
  await roots.expectAlert('The agent could not go on with the conversation.');
  const popup = await stage.openOwn('popup.html');
  await expect(popup.getByRole('alert')).toContainText(
    'The other side said “LLM cascade timeout”.',
  );
  backend.close();
});

/** An answer that would be good if it were not this long, piece by piece. */
function* hugeAnswer(host: string, megabytes: number): Generator<string> {
  yield `{"signed_url":"${signedUrl(host)}","more":"`;
  for (let i = 0; i < megabytes * 16; i += 1) yield 'x'.repeat(MB / 16);
  yield '"}';
}
