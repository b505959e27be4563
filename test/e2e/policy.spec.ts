import { expectAccessible } from '../support/axe.ts';
import { type Stage, card, cardOn, clickTalk, expect, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

/** Policies come from the computer's administrator; here, from this test in their place, told as the browser does. */
async function decide({ browser }: Stage, policy: Record<string, unknown>): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate((decided) => {
    Reflect.set(chrome.storage.managed, 'get', async () => decided);
    const { onChanged } = chrome.storage;
    Reflect.get(onChanged, 'dispatch').call(onChanged, {}, 'managed');
  }, policy);
  const told = () =>
    worker.evaluate(async () => (await chrome.storage.local.get('policy'))['policy']);
  await until(told).toEqual(policy);
}

test('what an organisation has locked is shown locked, with who did so; an agent that it does not allow is refused, and said so', async ({
  stage,
}) => {
  const policy = { backendUrl: 'http://localhost:9', lockedSettings: ['backendUrl'] };
  const options = await stage.openOwn('options.html');
  await test.step('what is locked is shown locked; the rest is free', async () => {
    await decide(stage, policy);
    const backend = options.getByRole('region', { name: 'Backend' });
    await expect(backend).toContainText('Set by your organisation');
    const address = backend.getByRole('textbox', { name: 'Backend URL' });
    await expect(address).toHaveValue('http://localhost:9');
    await expect(address).toBeDisabled();
    await expect(options.getByRole('textbox', { name: 'Add a site' })).toBeEnabled();
    await expectAccessible(options);
  });

  await test.step('an agent that is not allowed is refused', async () => {
    await decide(stage, { allowedAgents: ['agent_1'] });
    const page = await stage.open(card());
    await expectState(cardOn(page), 'idle');
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'error');
    expect(await stage.host.openSockets()).toBe(0);
  });
});
