import { type ElevenLabs, elevenLabs } from '../../support/elevenlabs.ts';
import { startGuideBackend } from '../../support/guide-backend.ts';
import { untilHeard } from '../../support/released.ts';
import { test as base, card, cardOn, clickTalk, expect, expectLive } from './stage.ts';

/** A test in which the extension is configured for the guide's own backend. */
const test = base.extend<{ upstream: ElevenLabs }>({
  upstream: async ({ scene: stage }, use) => {
    const upstream = await elevenLabs(() => untilHeard(stage));
    const backend = await startGuideBackend(upstream);
    upstream.serve(backend);
    await stage.set({ backendUrl: upstream.url });
    await use(upstream);
    await backend.stop();
    await upstream.close();
  },
});

// How it tells what went wrong is held in Node (test/extension/faults/elevenlabs.test.ts).
test("a card talks through the guide's own backend, and the options page tells that it has no catalogue", async ({
  scene: stage,
  upstream,
}) => {
  const page = await stage.open(card('agent_1'));
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(upstream.lastActed()).toBeGreaterThan(0);
  const popup = await stage.openOwn('popup.html');
  await expect(popup.getByText('Hello! I am the echo agent.')).toBeVisible();

  const options = await stage.openOwn('options.html');
  await options.getByRole('textbox', { name: 'Backend URL' }).fill(upstream.url);
  await options.getByRole('button', { name: 'Test connection' }).click();
  await expect(options.getByText('Connected, no catalogue')).toBeVisible();
});
