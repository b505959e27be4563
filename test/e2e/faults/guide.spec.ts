import { ClosedRoots } from '../../support/closed-roots.ts';
import { type ElevenLabs, type UpstreamConduct, elevenLabs } from '../../support/elevenlabs.ts';
import { startGuideBackend } from '../../support/guide-backend.ts';
import { json } from '../../support/stand-in.ts';
import { untilHeard } from '../../support/released.ts';
import { failsThenWorks } from './failing-card.ts';
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

test("a card talks through the guide's own backend", async ({ scene: stage, upstream }) => {
  const page = await stage.open(card('agent_1'));
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(upstream.lastActed()).toBeGreaterThan(0);
  const popup = await stage.openOwn('popup.html');
  await expect(popup.getByText('Hello! I am the echo agent.')).toBeVisible();
});

test("an agent that the guide's backend does not offer is said so", async ({
  scene: stage,
  upstream,
}) => {
  const page = await stage.open(card('nobody'));
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page));
  await roots.expectAlert('The voice backend does not offer this agent.');
  expect(upstream.lastActed()).toBe(0);
});

/** What ElevenLabs does, and what the person reads. */
const TABLE: readonly { name: string; conduct: UpstreamConduct; message: string }[] = [
  {
    name: 'ElevenLabs does not accept its key',
    conduct: json(401, {}),
    message: "The voice backend's ElevenLabs key was not accepted. Please tell whoever runs it.",
  },
  {
    name: 'ElevenLabs does not know the agent',
    conduct: json(404, {}),
    message: 'ElevenLabs does not know this agent.',
  },
  {
    name: 'ElevenLabs is down',
    conduct: 'hangs up',
    message: 'The voice backend had a problem. Please try again in a moment.',
  },
];

for (const { name, conduct, message } of TABLE) {
  test(`when the guide's backend finds that ${name}, the card says so, and the next click works`, async ({
    scene: stage,
    upstream,
  }) => {
    upstream.does(conduct);
    await failsThenWorks(stage, {
      done: `the guide's backend: ${name}`,
      agentId: 'agent_1',
      message,
      at: upstream.lastActed,
      mend: () => upstream.does('signs'),
    });
  });
}

test("the options page tells the guide's backend: connected, no catalogue", async ({
  scene: stage,
  upstream,
}) => {
  const options = await stage.openOwn('options.html');
  await options.getByRole('textbox', { name: 'Backend URL' }).fill(upstream.url);
  await options.getByRole('button', { name: 'Test connection' }).click();
  await expect(options.getByText('Connected, no catalogue')).toBeVisible();
});
