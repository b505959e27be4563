import type { ConsoleMessage, Page } from 'playwright';
import type { WebSocket } from 'ws';
import { ClosedRoots } from '../support/closed-roots.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';

/** A card with its own button and what its owner has set, which may hold any character but `'`. */
function cardWith(attributes: Readonly<Record<string, string>>, agentId = 'echo'): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}='${value}'`);
  return `<div class="voice-card" data-agent-id="${agentId}" ${written.join(' ')}><button class="voice-mic-btn">Talk</button></div>`;
}

/** An agent that takes the call and keeps what it was opened with. */
function keepsOpening() {
  const openings: Record<string, unknown>[] = [];
  const conduct = (socket: WebSocket) => {
    socket.once('message', (data: Buffer) => openings.push(JSON.parse(data.toString())));
    takesCall(socket);
  };
  return { openings, conduct };
}

test('what a card asks of its agent is what the agent is opened with; what is malformed is left out, and its owner is warned of it, once', async ({
  stage,
}) => {
  const { openings, conduct } = keepsOpening();
  const backend = await standIn({ echo: [conduct] });
  await stage.set({ backendUrl: backend.url });
  const overrides = {
    'data-override-language': 'pt-BR',
    'data-override-first-message': 'Olá, Ana!',
    'data-override-prompt': 'Be brief. Say "please".',
    'data-override-voice-id': '21m00Tcm4TlvDq8ikWAM',
    'data-user-id': 'user-7',
  };
  const variables = '{"plan":"gold","seats":3,"trial":false}';
  const spoken = cardWith({ ...overrides, 'data-dynamic-variables': variables });
  const page = await stage.open(spoken + cardWith({ 'data-text-only': '' }) + cardWith({}));
  const talk = async (nth: number) => {
    await clickTalk(cardOn(page, nth));
    await expectLive(cardOn(page, nth));
    await clickTalk(cardOn(page, nth));
    await expectState(cardOn(page, nth), 'idle');
  };
  await talk(0);
  await talk(1);
  await talk(2);
  const type = 'conversation_initiation_client_data';
  const source_info = expect.anything();
  const plain = { agent: {}, tts: {}, conversation: {} };
  const asked = {
    agent: {
      language: 'pt-br',
      first_message: 'Olá, Ana!',
      prompt: { prompt: 'Be brief. Say "please".' },
    },
    tts: { voice_id: '21m00Tcm4TlvDq8ikWAM' },
    conversation: {},
  };
  expect(openings).toEqual([
    {
      type,
      source_info,
      conversation_config_override: asked,
      dynamic_variables: { plan: 'gold', seats: 3, trial: false },
      user_id: 'user-7',
    },
    {
      type,
      source_info,
      conversation_config_override: { ...plain, conversation: { text_only: true } },
    },
    { type, source_info, conversation_config_override: plain },
  ]);
  openings.length = 0;
  await test.step('what is malformed is left out, and its owner is warned of it, once', async () => {
    await stage.show(page, '<main></main>');
    await expectWarned(page);
    expect(openings).toEqual([
      expect.objectContaining({
        user_id: 'user-7',
        conversation_config_override: { agent: {}, tts: {}, conversation: {} },
      }),
    ]);
    expect(Object.keys(openings[0] ?? {})).not.toContain('dynamic_variables');
  });
  backend.close();
});

/** Expects a page's owner to be warned once for each load of what is malformed, and talks to such a card. */
async function expectWarned(page: Page): Promise<void> {
  const malformed = {
    'data-name': '',
    'data-dynamic-variables': '{plan: gold}',
    'data-override-language': 'German',
    'data-override-first-message': '',
    'data-override-prompt': 'x'.repeat(20_001),
    'data-override-voice-id': 'a voice',
    'data-text-only': 'maybe',
  };
  const warnings = warningsOn(page);
  await page
    .locator('main')
    .evaluate(
      (main, html) => main.setHTMLUnsafe(html),
      cardWith({ ...malformed, 'data-user-id': 'user-7' }),
    );
  await expectState(cardOn(page), 'idle');
  const named = Object.keys(malformed).map(
    (name) => `Voice Cards: the attribute ${name} of this card makes no sense and is ignored.`,
  );
  await expect
    .poll(() => warnings.map((it) => it.text().replace(/ JSHandle.*$/, '')))
    .toEqual(named);
  await page.reload();
  await page
    .locator('main')
    .evaluate(
      (main, html) => main.setHTMLUnsafe(html),
      cardWith({ ...malformed, 'data-user-id': 'user-7' }),
    );
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  // Once for each load.
  expect(warnings).toHaveLength(2 * named.length);
}

/** What a page's owner is warned of from now on. */
function warningsOn(page: Page): ConsoleMessage[] {
  const warnings: ConsoleMessage[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message));
  return warnings;
}

test('a site hears of states and errors, from whichever card it inserts, and of nothing else', async ({
  stage,
}) => {
  const page = await stage.open(
    `<main></main><script>
      const heard = [];
      const types = ['statechange', 'error', 'message', 'transcript', 'start', 'end', 'level', 'mute'];
      for (const type of types) {
        document.addEventListener('voicecard:' + type, ({ type, detail, target, bubbles }) => {
          heard.push({ type, detail: { ...detail }, on: target.className, bubbles });
        });
      }
    </script>`,
  );
  await page
    .locator('main')
    .evaluate(
      (main, html) => main.setHTMLUnsafe(html),
      `${cardWith({})}<div class="voice-card" data-agent-id="nobody">Bare</div>`,
    );
  const heard = () => page.evaluate((): unknown[] => Reflect.get(window, 'eval')('heard'));
  const told = (state: string, agentId = 'echo') => ({
    type: 'voicecard:statechange',
    detail: { agentId, state },
    on: 'voice-card',
    bubbles: true,
  });
  await expectState(cardOn(page), 'idle');
  expect(await heard()).toEqual([]);
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'speaking');
  await expectState(cardOn(page), 'listening');
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  const states = ['connecting', 'listening', 'speaking', 'listening', 'ending', 'idle'];
  expect(await heard()).toEqual(states.map((state) => told(state)));

  await stage.later();
  const roots = await ClosedRoots.of(page);
  await roots.click('Talk to this agent');
  await roots.expectAlert('The voice backend does not offer this agent.');
  expect((await heard()).slice(states.length)).toEqual([
    told('connecting', 'nobody'),
    told('ending', 'nobody'),
    told('error', 'nobody'),
    {
      ...told('error', 'nobody'),
      type: 'voicecard:error',
      detail: { agentId: 'nobody', code: 'agent_unknown' },
    },
  ]);
});
