import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { speech, standIn, takesCallAndPings } from '../../support/stand-in.ts';
import { type Wire, wireTo } from '../../support/wire.ts';
import { hangsUp, talksOnce } from './failing-card.ts';
import { test as base, card, cardOn, clickTalk, expect, expectLive } from './stage.ts';

type Backend = Awaited<ReturnType<typeof standIn>>;

const LOST = 'The connection to the agent was lost.';
const UNREACHABLE = 'The voice backend cannot be reached. Is it running?';
/** How long a line may be silent before it counts as dead, in milliseconds. */
const PATIENCE_MS = 15_000;

/** A test in which everything that goes to the backend and the agent goes over a wire that can misbehave. */
const test = base.extend<{ far: Backend; wire: Wire }>({
  far: async ({}, use) => {
    const backend = await standIn({ echo: [takesCallAndPings] });
    await use(backend);
    backend.close();
  },
  wire: async ({ scene, far }, use) => {
    const wire = await wireTo(far.url);
    await scene.set({ backendUrl: wire.url });
    await use(wire);
    wire.close();
  },
});

/** What the wire does in the middle of a call. */
const MID_CALL: readonly { done: string; happens: (wire: Wire, backend: Backend) => void }[] = [
  { done: 'the wire is cut', happens: (wire) => wire.cut() },
  {
    done: 'the wire corrupts what comes',
    happens(wire, backend) {
      wire.does('corrupts');
      backend.send(speech('Nobody can read this.', 9));
    },
  },
  { done: 'the wire floods us with nonsense', happens: (wire) => wire.flood(1_000_000) },
];

test('mid-call, a wire that misbehaves ends the call with words, and the next one works', async ({
  scene: stage,
  wire,
  far: backend,
}) => {
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  for (const { done, happens } of MID_CALL) {
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    await expectFault(stage, {
      done: `mid-call, ${done}`,
      card: cardOn(page),
      async happens() {
        happens(wire, backend);
        return Date.now();
      },
      async sees() {
        await expect(cardOn(page)).toHaveAttribute('data-voice-state', 'error');
        await roots.expectAlert(LOST);
        return LOST;
      },
    });
    wire.does('carries');
  }
  await talksOnce(cardOn(page));
});

test('mid-call, a wire that loses everything ends the call after 15 s', async ({
  scene: stage,
  wire,
}) => {
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await expectFault(stage, {
    done: 'mid-call, the wire loses everything for 15 s, and no end tells',
    card: cardOn(page),
    async happens() {
      wire.does('drops');
      return Date.now() + PATIENCE_MS;
    },
    async sees() {
      await expect(cardOn(page)).toHaveAttribute('data-voice-state', 'error', { timeout: 20_000 });
      await roots.expectAlert(LOST);
      return LOST;
    },
    async again() {
      wire.does('carries');
      await talksOnce(cardOn(page));
    },
  });
});

test('while the backend is asked, a wire that misbehaves is said so; a slow one is not', async ({
  scene: stage,
  wire,
}) => {
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  await expectFault(stage, {
    done: "the wire corrupts the backend's answer",
    card: cardOn(page),
    async happens() {
      wire.does('corrupts');
      await clickTalk(cardOn(page));
      await expect(cardOn(page)).toHaveAttribute('data-voice-state', 'error');
      return Date.now();
    },
    async sees() {
      await roots.expectAlert(UNREACHABLE);
      return UNREACHABLE;
    },
  });
  wire.does('carries');
  wire.delay(300);
  await expectFault(stage, {
    done: 'the wire takes 300 ms each way; then a click ends the call',
    card: cardOn(page),
    async happens() {
      await clickTalk(cardOn(page));
      await expectLive(cardOn(page));
      await hangsUp(cardOn(page));
      return Date.now();
    },
    sees: async () => 'the call, a little later; then the card at rest',
    again: () => talksOnce(cardOn(page)),
  });
});
