import { setTimeout as wait } from 'node:timers/promises';
import { ClosedRoots } from '../support/closed-roots.ts';
import { look } from '../support/pace.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { startTokenBackend } from '../support/token-backend.ts';
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
import { until } from '../support/until.ts';

test.use({ prefetches: true, approved: ['echo', 'agent_1', 'agent_2', 'agent_3', 'agent_4'] });

/** How long a person has pointed at a button before they press it, in milliseconds. */
const POINTED_MS = 300;
const MINT = '/api/voice-sdk/signed-url/';
/** A card without a button of its own. */
const BARE = '<div class="voice-card" data-agent-id="agent_2"><p>agent_2</p></div>';

function hostIsOpen({ browser }: Stage): Promise<boolean> {
  return browser.worker().then((worker) => worker.evaluate(() => chrome.offscreen.hasDocument()));
}

test('who is near a button has its address and the host before the click, and no microphone; nothing is asked for ahead for what a page makes up, what was not allowed, and where it is switched off; what nobody will use is given back', async ({
  stage,
}) => {
  const agents = ['echo', 'agent_1', 'agent_2', 'agent_3', 'agent_4', 'stranger'];
  const backend = await standIn(Object.fromEntries(agents.map((agent) => [agent, [takesCall]])));
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(
    [card(), card('agent_1'), BARE, card('agent_3'), card('stranger'), card('agent_4')].join(''),
  );
  const button = (agent: string) => page.locator(`[data-agent-id=${agent}] button`);
  const roots = await ClosedRoots.of(page);
  await look(page);

  await test.step('who points at a button has its address and the host before the click, and no microphone', async () => {
    await button('echo').hover();
    await until(() => backend.asked).toEqual([`${MINT}echo`]);
    await until(() => hostIsOpen(stage)).toBe(true);
    await wait(POINTED_MS);
    expect(await stage.host.liveTracks()).toBe(0);
    expect(await stage.host.runningContexts()).toBe(0);
    expect(await stage.host.openSockets()).toBe(0);
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    expect(backend.asked).toHaveLength(1);
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
    await stage.later();
  });

  await test.step('so has who comes by keyboard, and who points at a button of ours', async () => {
    await page.keyboard.press('Tab');
    await until(() => backend.asked).toEqual([`${MINT}echo`, `${MINT}agent_1`]);
    await roots.point('Talk to this agent');
    await until(() => backend.asked.slice(2)).toEqual([`${MINT}agent_2`]);
  });

  await test.step('nothing is asked for ahead for what a page makes up, what was not allowed, and where it is switched off', async () => {
    await button('agent_3').evaluate(makeUp);
    await button('stranger').hover();
    await stage.set({ prefetches: false });
    await button('agent_4').hover();
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    expect(backend.asked.slice(3)).toEqual([`${MINT}echo`]);
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
  });
  backend.close();

  await stage.set({ prefetches: true });
  await stage.later();
  await test.step('an address that nobody will use is given back to the backend', () =>
    expectGivenBack(stage));
});

/** Expects a backend that counts to get an address back that nobody will use. */
async function expectGivenBack(stage: Stage): Promise<void> {
  const backend = await startTokenBackend();
  const [token = ''] = (await backend.token('create', '--name', 'Ann')).split('\n').slice(-1);
  await stage.set({ backendUrl: backend.url });
  await stage.keepToken(backend.url, token);
  const used = async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${backend.url}/api/voice-sdk/usage`, { headers });
    const usage: Usage = await answer.json();
    return Object.fromEntries(usage.figures.map((figure) => [figure.limit, figure.used]));
  };
  // In a tab of its own: for a card of another it is asked no sooner than after some seconds.
  const page = await stage.open(card() + card());
  await look(page);
  await cardOn(page).getByRole('button').hover();
  await until(used).toMatchObject({ per_day: 1, concurrent: 1 });
  await stage.set({ volume: 0.5 });
  await until(used).toMatchObject({ per_day: 0, concurrent: 0 });
  await backend.stop();
}

/** Runs in the page: acts as if a person were near. */
function makeUp(button: Element): void {
  const how = { bubbles: true, composed: true };
  for (const type of ['pointerover', 'pointerenter', 'pointermove', 'mouseenter']) {
    button.dispatchEvent(new PointerEvent(type, how));
  }
  button.dispatchEvent(new FocusEvent('focusin', how));
}

interface Usage {
  readonly figures: readonly { readonly limit: string; readonly used: number }[];
}
