import { sendMessage } from '../../../entrypoints/shared/messaging.ts';
import { moveDate, passes } from '../../support/host/clock.ts';
import {
  type Stage,
  backendWith,
  expect,
  expectFault,
  talks,
  talksOnce,
  test,
  told,
  untilSaid,
  untilShown,
} from '../../support/host/stage.ts';
import { Watched } from '../../support/host/watched.ts';
import { type Conduct, speech, takesCall, takesCallAndPings } from '../../support/stand-in.ts';

const DAY_MS = 24 * 3600 * 1000;
/** How often the agent pings, in milliseconds. */
const PING_MS = 2_000;

const LIMITS = [
  {
    done: 'nobody speaks (for 3 minutes, unless it is set)',
    setting: {},
    ms: 180_000,
    warning: 'Nobody has spoken for a while. This conversation ends in 15 seconds.',
    message: 'The conversation ended because nobody spoke.',
  },
  {
    done: 'it reaches its greatest length (set to 60 s)',
    setting: { maxLengthSeconds: 60 },
    ms: 60_000,
    warning: 'This conversation is about to reach its greatest length and ends in 15 seconds.',
    message: 'The conversation reached its greatest length.',
  },
];

for (const { done, setting, ms, warning, message } of LIMITS) {
  test(`mid-call, ${done}: it is said 15 s before, and then it ends`, async ({ stage }) => {
    const { agent, passesInPings } = pinged();
    await stage.set(setting);
    await backendWith(stage, { echo: [agent] });
    await talks(stage);
    await passesInPings(ms - 16_000);
    expect(stage.says()).toBeNull();
    await passesInPings(2_000);
    await stage.card.until((view) => view?.warning !== undefined);
    expect(stage.says()).toBe(warning);
    await passesInPings(12_000);
    await untilShown(stage, 'listening');
    await expectFault(stage, {
      done: `mid-call, ${done}`,
      happens: () => passes(2_000),
      sees: () => told(stage),
    });
    expect(stage.rows[0]?.saw).toBe(message);
  });
}

test('a microphone that stays muted is let go after 30 s, and opened again to unmute', async ({
  stage,
}) => {
  const { agent, passesInPings } = pinged();
  await backendWith(stage, { echo: [agent] });
  await talks(stage);
  await sendMessage('command', { do: 'mute', muted: true });
  await passesInPings(28_000);
  expect(stage.devices.live.now).toBe(1);
  await passesInPings(2_000);
  expect(stage.devices.live.now).toBe(0);
  await stage.card.until((view) => view?.muted === true);
  await sendMessage('command', { do: 'mute', muted: false });
  await stage.untilHeard();
  await stage.click();
  await untilShown(stage, 'idle');
});

test('mid-call, a microphone that is unplugged gives way to the default one, once', async ({
  stage,
}) => {
  await backendWith(stage, { echo: [takesCall] });
  await talks(stage);
  stage.devices.unplug();
  await stage.untilHeard();
  expect(stage.devices.opened).toBe(2);
  await expectFault(stage, {
    done: 'mid-call, the microphone is unplugged, and so is the one that took its place',
    happens: () => stage.devices.unplug(),
    sees: () => told(stage),
  });
  expect(stage.rows[0]?.saw).toBe('The microphone was disconnected.');
});

test('mid-call, a microphone whose permission is taken back is said to be blocked', async ({
  stage,
}) => {
  await backendWith(stage, { echo: [takesCall] });
  await talks(stage);
  await expectFault(stage, {
    done: 'mid-call, the microphone permission is revoked',
    happens: () => stage.devices.revoke(),
    sees: () => told(stage),
    again() {
      stage.devices.permission = 'granted';
      return talksOnce(stage);
    },
  });
  expect(stage.rows[0]?.saw).toBe('The microphone is blocked for Voice Cards.');
});

for (const [done, ahead] of [
  ['the clock goes a day ahead', DAY_MS],
  ['the clock goes a day back', -DAY_MS],
] as const) {
  test(`mid-call, ${done}: the call goes on, a click ends it, and the next one works`, async ({
    stage,
  }) => {
    const backend = await backendWith(stage, { echo: [takesCall] });
    await talks(stage);
    moveDate(ahead);
    await expectFault(stage, {
      done: `mid-call, ${done}; then a click ends the call`,
      async happens() {
        backend.send(speech(`A long story. ${'And so on. '.repeat(10_000)}`, 7));
        backend.send(speech('The end.', 8));
        await untilSaid(stage, 3);
        await stage.click();
      },
      sees: () => atRest(stage),
    });
    moveDate(-ahead);
  });
}

async function atRest(stage: Stage): Promise<string> {
  await untilShown(stage, 'idle');
  return 'the call went on; then the card at rest';
}

/** An agent that keeps the line alive, and how to let time pass by which it does. */
function pinged() {
  const pongs = new Watched(0);
  const agent: Conduct = (socket) => {
    takesCallAndPings(socket);
    socket.on('message', (data: Buffer) => {
      if (JSON.parse(data.toString()).type === 'pong') pongs.set(pongs.now + 1);
    });
  };
  async function passesInPings(ms: number): Promise<void> {
    for (let i = 0; i < ms / PING_MS; i++) {
      const before = pongs.now;
      await passes(PING_MS);
      await pongs.until((count) => count > before);
    }
  }
  return { agent, passesInPings };
}
