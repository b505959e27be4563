import type { Page } from 'playwright/test';
import { startBackend } from '../../scripts/backend.js';
import { expectAccessible } from '../support/axe.ts';
import { keepStreams } from '../support/probes.ts';
import { freePort } from '../support/ports.ts';
import { expect, test } from './stage.ts';
import { until } from '../support/until.ts';

function step(welcome: Page, name: string) {
  return welcome.getByRole('region', { name: new RegExp(`^${name}`) });
}

/** How many microphone tracks a page of ours holds; see keepStreams. */
function liveTracks(page: Page): Promise<number> {
  return page.evaluate(() => {
    const streams: MediaStream[] = Reflect.get(globalThis, 'voiceCardsStreams') ?? [];
    const tracks = streams.flatMap((stream) => stream.getTracks());
    return tracks.filter(({ readyState }) => readyState === 'live').length;
  });
}

/** Tells a page that it is on the screen or not; Playwright has every page believe that it always is. */
async function show(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

test.use({ microphone: 'prompt', sites: [] });

test('says what is wrong with each step, and notices by itself when it is mended; shows how loud the microphone is, and holds it only while the page is on the screen', async ({
  stage,
}) => {
  const port = await freePort();
  await stage.set({ backendUrl: `http://127.0.0.1:${port}` });
  const welcome = await stage.openOwn('icon/16.png');
  await welcome.addInitScript(keepStreams);
  await welcome.goto(`chrome-extension://${stage.browser.extensionId}/welcome.html`);
  const backend = step(welcome, 'Voice backend');
  const microphone = step(welcome, 'Microphone');

  await test.step('a backend that is down', async () => {
    await expect(backend.getByRole('alert')).toContainText('The voice backend cannot be reached.');
    await expect(backend.getByRole('link', { name: 'Change its address' })).toHaveAttribute(
      'href',
      '/options.html#backend',
    );
    await expect(welcome.getByText('0 of 4 steps done')).toBeVisible();
    await expect(welcome.getByText(/As soon as the backend answers/)).toBeVisible();
    await expectAccessible(welcome);
  });

  const started = await startBackend({ PORT: String(port) });
  await test.step('a microphone that is denied, and granted', async () => {
    await expect(backend).toContainText(`Connected to 127.0.0.1:${port}, 1 agent.`);
    await expect(welcome.getByText('1 of 4 steps done')).toBeVisible();
    await stage.setMicrophone('denied');
    await expect(microphone).toContainText('How to allow it');
    await expectAccessible(welcome);
    await stage.setMicrophone('granted');
    await expect(welcome.getByRole('meter', { name: 'Microphone level' })).toBeVisible();
  });

  await test.step('how loud the microphone is', async () => {
    const level = welcome.getByRole('meter', { name: 'Microphone level' });
    await expect(level).not.toHaveAttribute('aria-valuenow', '0');
    await expect(microphone).toContainText('Voice Cards hears you.');
    expect(await liveTracks(welcome)).toBe(1);
    // Devices get their names with the grant; no event tells a page that did not ask for it.
    await welcome.reload();
    await welcome.getByRole('combobox', { name: 'Microphone' }).selectOption({ index: 1 });
    await until(() => liveTracks(welcome)).toBe(1);
  });

  await test.step('it is held only while the page is on the screen', async () => {
    await show(welcome, 'hidden');
    await until(() => liveTracks(welcome)).toBe(0);
    await show(welcome, 'visible');
    await until(() => liveTracks(welcome)).toBe(1);
  });

  await test.step('the first site', async () => {
    await stage.set({ sites: ['http://127.0.0.1'] });
    await expect(step(welcome, 'First site')).toContainText('127.0.0.1');
    await expect(welcome.getByText('3 of 4 steps done')).toBeVisible();
  });

  await test.step('a test call that fails says why, and where that is mended', async () => {
    const call = step(welcome, 'Test call');
    const start = call.getByRole('button', { name: 'Make a test call' });
    await expect(start).toBeVisible();
    await started.stop();
    await start.click();
    await expect(call.getByRole('alert')).toContainText('The voice backend cannot be reached.');
    await expect(start).toBeVisible();
    const options = welcome.context().waitForEvent('page');
    await call.getByRole('button', { name: 'Open options' }).click();
    await expect((await options).getByRole('region', { name: 'Backend' })).toBeFocused();
  });
});
