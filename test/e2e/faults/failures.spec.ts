import { ClosedRoots } from '../../support/closed-roots.ts';
import { journey } from '../../support/journeys.ts';
import { freePort } from '../../support/ports.ts';
import {
  type Turn,
  closesWith,
  json,
  signedUrl,
  standIn,
  staysSilent,
  takesCall,
} from '../../support/stand-in.ts';
import { untilHeard } from '../../support/released.ts';
import { failsThenWorks } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectState, test } from './stage.ts';

/** How long the agent may take to take the call, in milliseconds. */
const CONNECT_MS = 10_000;

interface Row {
  readonly name: string;
  /** What goes wrong at the first click; the second click works. */
  readonly first: Turn;
  readonly message: string;
}

/** One of each kind; all others are held in Node (test/extension/faults). */
const TABLE: readonly Row[] = [
  {
    name: 'the agent closes with 3000',
    first: closesWith(3000, 'unauthorized'),
    message: 'The agent refused this conversation. Its authorization may have expired.',
  },
  {
    name: 'the connection breaks, twice',
    first: (socket) => socket.terminate(),
    message: 'The connection to the agent was lost.',
  },
  {
    name: 'the backend has a problem for 30 seconds',
    first: json(503, { error: 'Maintenance' }, { 'retry-after': '30' }),
    message: 'The voice backend had a problem. Please try again in 30 seconds.',
  },
  {
    name: 'the backend answers in HTML',
    first: { status: 200, body: '<h1>Welcome</h1>' },
    message: "The voice backend's answer makes no sense. Please check its address.",
  },
  {
    // Node's fetch hands out such an answer, which a browser keeps to itself.
    name: 'the backend leads elsewhere',
    first: { status: 302, body: '', headers: { location: 'http://127.0.0.1:9/' } },
    message: "The voice backend's address leads somewhere else. Please check it.",
  },
  {
    name: 'the backend sends a ws: address elsewhere',
    first: json(200, { signed_url: signedUrl('127.0.0.1:9') }),
    message: 'The voice backend sent an address that is not safe to talk to.',
  },
];

for (const { name, first, message } of TABLE) {
  test(`when ${name}, the card says so, nothing stays open, and the next click works`, async ({
    scene: stage,
  }) => {
    const agents = { echo: [first] };
    const backend = await standIn(agents, { ready: () => untilHeard(stage) });
    await stage.set({ backendUrl: backend.url });
    await failsThenWorks(stage, {
      done: name,
      message,
      at: backend.lastActed,
      mend: () => (agents.echo = [takesCall]),
    });
    backend.close();
  });
}

test('when the handshake is never answered, the card says so after 10 s, and the next click works', async ({
  scene: stage,
}) => {
  const agents: Record<string, Turn[]> = { echo: [staysSilent] };
  const backend = await standIn(agents, { ready: () => untilHeard(stage) });
  await stage.set({ backendUrl: backend.url });
  await failsThenWorks(stage, {
    done: 'the handshake is never answered for 10 s',
    message: 'The agent did not answer in time.',
    meanwhile: () => stage.host.rings(CONNECT_MS),
    mend: () => (agents['echo'] = [takesCall]),
  });
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
