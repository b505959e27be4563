import { SENDERS } from '../../../core/messages.ts';
import { ECHO, leadKeys, makeUpClicks, sayEverything } from '../../support/made-up.ts';
import { look } from '../../support/pace.ts';
import { standIn, takesCall } from '../../support/stand-in.ts';
import { evaluateInWorldOf } from '../../support/worlds.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from '../stage.ts';
import { until } from '../../support/until.ts';

test("a page that also runs the guide's own script starts one conversation, ours", async ({
  stage,
}) => {
  const page = await stage.open(
    `${card()}<output></output><script>
      // As the guide's helper does it: a listener on each card's button, which opens a call of its own.
      document.querySelectorAll('.voice-card[data-agent-id]').forEach((card) => {
        if (card._voiceBound) return;
        card.querySelector('.voice-mic-btn').addEventListener('click', async (event) => {
          event.preventDefault();
          event.currentTarget.disabled = true;
          document.querySelector('output').append('started ');
          await fetch('/api/voice-sdk/signed-url/' + card.dataset.agentId);
        });
        card._voiceBound = true;
      });
    </script>`,
  );
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  await expectState(cardOn(page), 'idle');
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await expect(page.locator('output')).toHaveText('');
  expect(backend.asked).toEqual(['/api/voice-sdk/signed-url/echo']);
  backend.close();
});

test('no click that a page makes up starts anything', async ({ stage }) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(
    `${card()}<div class="voice-card" data-agent-id="echo">Bare</div><label for="b">Label</label>`,
  );
  await expectState(cardOn(page, 1), 'idle');
  await page.evaluate(makeUpClicks);
  // A real click afterwards is the first and only one that asks for a conversation.
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(backend.asked).toEqual(['/api/voice-sdk/signed-url/echo']);
  backend.close();
});

test('a key that a page leads to a button while a person types is asked about', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(
    `<p contenteditable role="textbox" aria-label="Name"></p>${card()}`,
  );
  await expectState(cardOn(page), 'idle');
  await look(page);
  await page.evaluate(leadKeys);
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await page.keyboard.type('Ann');
  await expect(cardOn(page).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectState(cardOn(page), 'asking');
  expect(backend.asked).toEqual([]);
  backend.close();
});

test('nothing that a page or a frame of it says changes what a card shows, or starts anything', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card() + ECHO);
  await expectState(cardOn(page), 'idle');
  const worker = await stage.browser.worker();
  const stored = () => worker.evaluate(() => chrome.storage.local.get());
  const before = await stored();
  await page.evaluate(sayEverything, Object.keys(SENDERS));
  await expectState(cardOn(page), 'idle');
  await expect(cardOn(page).getByRole('button')).toHaveAttribute('aria-pressed', 'false');
  expect(await stored()).toEqual(before);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(backend.asked).toEqual(['/api/voice-sdk/signed-url/echo']);
  backend.close();
});

test.describe('a content script that was taken over', () => {
  test.use({ approved: ['agent_1'] });

  test('starts nothing that a person has not allowed, and of that one conversation', async ({
    stage,
  }) => {
    const backend = await standIn({ echo: [takesCall], agent_1: [takesCall] });
    await stage.set({ backendUrl: backend.url });
    const page = await stage.open(card());
    await expectState(cardOn(page), 'idle');
    const say = (messages: readonly (readonly [type: string, data: unknown])[]) =>
      evaluateInWorldOf(
        stage.browser.extensionId,
        page,
        `Promise.allSettled(${JSON.stringify(messages)}.map(([type, data]) =>
          chrome.runtime.sendMessage({ id: 0, type, data, timestamp: 0 }))).then(() => 'said')`,
      );
    const click = (agentId: string) => {
      const how = { replace: true, isDoubtful: false, panel: false, attributes: {} };
      return ['startCard', { agentId, ...how }] as const;
    };
    await say([
      ...Array.from({ length: 20 }, () => click('echo')),
      ['startHere', { agentId: 'echo', tabId: 1, mode: 'voice' }],
      ['callAgain', { mode: 'voice' }],
      ['mint', { id: 'x', agentId: 'echo' }],
      ['enableSite', '*://*/*'],
    ]);
    await expectState(cardOn(page), 'asking');
    const pages = () => stage.browser.context.pages();
    const asking = () => pages().filter((one) => /panel\.html/.test(one.url()));
    // The card may say so before the page that asks is there.
    await until(() => asking().length).toBe(1);
    await asking()[0]?.getByRole('button', { name: 'No' }).click();
    expect(backend.asked).toEqual([]);

    await say(Array.from({ length: 20 }, () => click('agent_1')));
    await until(() => backend.open()).toBe(1);
    expect(backend.asked).toEqual(['/api/voice-sdk/signed-url/agent_1']);
    expect(await stage.host.openSockets()).toBe(1);
    backend.close();
  });
});
