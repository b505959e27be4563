import type { Page } from 'playwright/test';
import { SENDERS } from '../../../core/messages.ts';
import { ECHO, leadKeys, makeUpClicks, sayEverything } from '../../support/made-up.ts';
import { look } from '../../support/pace.ts';
import { standIn, takesCall } from '../../support/stand-in.ts';
import { evaluateInWorldOf } from '../../support/worlds.ts';
import {
  type Stage,
  card,
  cardOn,
  clickTalk,
  expect,
  expectLive,
  expectState,
  test,
} from '../stage.ts';
import { until } from '../../support/until.ts';

/** As the guide's helper does it: a listener on each card's button, which opens a call of its own. */
const GUIDE = `<output></output><script>
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
</script>`;

test('no click, message or key that a page makes up starts anything, nor does a script of the guide beside ours', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(
    `${card()}<div class="voice-card" data-agent-id="echo">Bare</div><label for="b">Label</label>${ECHO}`,
  );
  /** A real click is the first and only one that asks for a conversation. */
  const expectOneCall = async () => {
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    expect(backend.asked.splice(0)).toEqual(['/api/voice-sdk/signed-url/echo']);
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
  };
  await expectState(cardOn(page, 1), 'idle');
  await test.step('no click that a page makes up starts anything', async () => {
    await page.evaluate(makeUpClicks);
    await expectOneCall();
  });
  await test.step('nothing that a page or a frame of it says changes what a card shows, or starts anything', async () => {
    await expectNothingFromWords(stage, page);
    await expectOneCall();
  });
  await test.step("a page that also runs the guide's own script starts one conversation, ours", async () => {
    await stage.show(page, card() + GUIDE);
    await expectState(cardOn(page), 'idle');
    await expectOneCall();
    await expect(page.locator('output')).toHaveText('');
  });
  await test.step('a key that a page leads to a button while a person types is asked about', async () => {
    await stage.show(page, `<p contenteditable role="textbox" aria-label="Name"></p>${card()}`);
    await expectState(cardOn(page), 'idle');
    await typeAndBeLed(page);
    await expectState(cardOn(page), 'asking');
    expect(backend.asked).toEqual([]);
  });
  backend.close();
});

async function expectNothingFromWords(stage: Stage, page: Page): Promise<void> {
  const worker = await stage.browser.worker();
  const stored = () => worker.evaluate(() => chrome.storage.local.get());
  const before = await stored();
  await page.evaluate(sayEverything, Object.keys(SENDERS));
  await expectState(cardOn(page), 'idle');
  await expect(cardOn(page).getByRole('button')).toHaveAttribute('aria-pressed', 'false');
  expect(await stored()).toEqual(before);
}

/** Has a person type a name while the page moves the focus to a card's button, and press Enter then. */
async function typeAndBeLed(page: Page): Promise<void> {
  await look(page);
  await page.evaluate(leadKeys);
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await page.keyboard.type('Ann');
  await expect(cardOn(page).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
}

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
