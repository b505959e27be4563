import { ClosedRoots } from '../../support/closed-roots.ts';
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
  readonly done: string;
  /** What goes wrong at the first click; the second click works. */
  readonly first: Turn;
  readonly message: string;
}

/** One of each kind; all others are held in Node (test/extension/faults). */
const TABLE: readonly Row[] = [
  {
    done: 'the agent closes with 3000',
    first: closesWith(3000, 'unauthorized'),
    message: 'The agent refused this conversation. Its authorization may have expired.',
  },
  {
    done: 'the connection breaks, twice',
    first: (socket) => socket.terminate(),
    message: 'The connection to the agent was lost.',
  },
  {
    done: 'the backend has a problem for 30 seconds',
    first: json(503, { error: 'Maintenance' }, { 'retry-after': '30' }),
    message: 'The voice backend had a problem. Please try again in 30 seconds.',
  },
  {
    done: 'the backend answers in HTML',
    first: { status: 200, body: '<h1>Welcome</h1>' },
    message: "The voice backend's answer makes no sense. Please check its address.",
  },
  {
    // Node's fetch hands out such an answer, which a browser keeps to itself.
    done: 'the backend leads elsewhere',
    first: { status: 302, body: '', headers: { location: 'http://127.0.0.1:9/' } },
    message: "The voice backend's address leads somewhere else. Please check it.",
  },
  {
    done: 'the backend sends a ws: address elsewhere',
    first: json(200, { signed_url: signedUrl('127.0.0.1:9') }),
    message: 'The voice backend sent an address that is not safe to talk to.',
  },
];

test('what the backend or the agent does wrong is said on the card, nothing stays open, and the next click works', async ({
  scene: stage,
}) => {
  const agents: Record<string, Turn[]> = {};
  const backend = await standIn(agents, { ready: () => untilHeard(stage) });
  await stage.set({ backendUrl: backend.url });
  const where = cardOn(await stage.open(card()));
  const mend = () => (agents['echo'] = [takesCall]);
  for (const { first, ...row } of TABLE) {
    agents['echo'] = [first];
    await failsThenWorks(stage, where, { ...row, at: backend.lastActed, mend });
  }
  agents['echo'] = [staysSilent];
  await failsThenWorks(stage, where, {
    done: 'the handshake is never answered for 10 s',
    message: 'The agent did not answer in time.',
    meanwhile: () => stage.host.rings(CONNECT_MS),
    mend,
  });
  backend.close();
});

test('a microphone that is denied, and a backend that is down, are said on the card, and asked for nothing', async ({
  scene: stage,
}) => {
  const port = await freePort();
  let backend = await standIn({ echo: [takesCall] }, { port });
  await stage.set({ backendUrl: backend.url });
  const where = cardOn(await stage.open(card()));
  await stage.setMicrophone('denied');
  await failsThenWorks(stage, where, {
    done: 'the microphone is denied',
    message: 'The microphone is blocked for Voice Cards.',
    async mend() {
      expect(backend.asked).toEqual([]);
      await stage.setMicrophone('granted');
    },
  });
  backend.close();
  await failsThenWorks(stage, where, {
    done: 'the backend is down',
    message: 'The voice backend cannot be reached. Is it running?',
    async mend() {
      backend = await standIn({ echo: [takesCall] }, { port });
    },
  });
  backend.close();
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
