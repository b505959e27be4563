import { setTimeout as wait } from 'node:timers/promises';
import { ClosedRoots } from '../support/closed-roots.ts';
import { look } from '../support/pace.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { startTokenBackend } from '../support/token-backend.ts';
import { type Stage, card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';
import { until } from '../support/until.ts';

test.use({ prefetches: true });

/** How long a person has pointed at a button before they press it, in milliseconds. */
const POINTED_MS = 300;
const MINT = '/api/voice-sdk/signed-url/';

/** A backend that knows two agents. */
async function twoAgents(stage: Stage) {
  const backend = await standIn({ echo: [takesCall], agent_1: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  return backend;
}

function hostIsOpen({ browser }: Stage): Promise<boolean> {
  return browser.worker().then((worker) => worker.evaluate(() => chrome.offscreen.hasDocument()));
}

test('who points at a button has its address and the host before the click, and no microphone', async ({
  stage,
}) => {
  const backend = await twoAgents(stage);
  const page = await stage.open(card());
  await look(page);
  await cardOn(page).getByRole('button').hover();
  await until(() => backend.asked).toEqual([`${MINT}echo`]);
  await until(() => hostIsOpen(stage)).toBe(true);
  await wait(POINTED_MS);
  expect(await stage.host.liveTracks()).toBe(0);
  expect(await stage.host.runningContexts()).toBe(0);
  expect(await stage.host.openSockets()).toBe(0);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(backend.asked).toHaveLength(1);
  backend.close();
});

test('so has who comes by keyboard, and who points at a button of ours', async ({ stage }) => {
  const backend = await twoAgents(stage);
  const bare =
    '<div class="voice-card" data-agent-id="agent_1"><p>A card without a button</p></div>';
  const page = await stage.open(card() + bare);
  const roots = await ClosedRoots.of(page);
  await look(page);
  await page.keyboard.press('Tab');
  await until(() => backend.asked).toEqual([`${MINT}echo`]);
  await roots.point('Talk to this agent');
  await until(() => backend.asked).toEqual([`${MINT}echo`, `${MINT}agent_1`]);
  backend.close();
});

test.describe('nothing is asked for ahead', () => {
  test.use({ approved: ['echo', 'agent_1'] });

  test('for what a page makes up, what was not allowed, and where it is switched off', async ({
    stage,
  }) => {
    const backend = await twoAgents(stage);
    const page = await stage.open(card('agent_1') + card('agent_2') + card());
    await look(page);
    await cardOn(page, 0).getByRole('button').evaluate(makeUp);
    await cardOn(page, 1).getByRole('button').hover();
    await stage.set({ prefetches: false });
    await cardOn(page, 0).getByRole('button').hover();
    await clickTalk(cardOn(page, 2));
    await expectLive(cardOn(page, 2));
    expect(backend.asked).toEqual([`${MINT}echo`]);
    backend.close();
  });
});

/** Runs in the page: acts as if a person were near. */
function makeUp(button: Element): void {
  const how = { bubbles: true, composed: true };
  for (const type of ['pointerover', 'pointerenter', 'pointermove', 'mouseenter']) {
    button.dispatchEvent(new PointerEvent(type, how));
  }
  button.dispatchEvent(new FocusEvent('focusin', how));
}

test('an address that nobody will use is given back to the backend', async ({ stage }) => {
  const backend = await startTokenBackend();
  const token = backend.token('create', '--name', 'Ann').split('\n').at(-1) ?? '';
  await stage.set({ backendUrl: backend.url });
  const worker = await stage.browser.worker();
  await worker.evaluate((backendToken) => chrome.storage.local.set({ backendToken }), {
    backendUrl: backend.url,
    token,
  });
  const used = async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${backend.url}/api/voice-sdk/usage`, { headers });
    const usage: Usage = await answer.json();
    return Object.fromEntries(usage.figures.map((figure) => [figure.limit, figure.used]));
  };
  const page = await stage.open(card() + card());
  await look(page);
  await cardOn(page).getByRole('button').hover();
  await until(used).toMatchObject({ per_day: 1, concurrent: 1 });
  await stage.set({ volume: 0.5 });
  await until(used).toMatchObject({ per_day: 0, concurrent: 0 });
  await backend.stop();
});

interface Usage {
  readonly figures: readonly { readonly limit: string; readonly used: number }[];
}
