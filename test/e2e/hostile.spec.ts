import { standIn, takesCall } from '../support/stand-in.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';

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
  await page.evaluate(async () => {
    const targets = document.querySelectorAll<HTMLElement>('.voice-card, .voice-card *');
    const kinds = [
      'pointerdown',
      'pointerup',
      'mousedown',
      'mouseup',
      'click',
      'keydown',
      'keyup',
      'submit',
    ];
    for (let round = 0; round < 50; round++) {
      for (const target of targets) {
        target.click();
        target.focus();
        for (const kind of kinds) {
          target.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true, button: 0 }));
          target.dispatchEvent(
            new CustomEvent(kind, { bubbles: true, detail: { agentId: 'echo' } }),
          );
        }
      }
    }
    for (const type of ['startCard', 'hello', 'start'])
      window.postMessage({ type, data: { agentId: 'echo' } }, '*');
    await new Promise(requestAnimationFrame);
  });
  // A real click afterwards is the first and only one that asks for a conversation.
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(backend.asked).toEqual(['/api/voice-sdk/signed-url/echo']);
  backend.close();
});

test('the page learns the state of a card and nothing else', async ({ stage }) => {
  const page = await stage.open(card());
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    for (const type of ['message', 'voicecard', 'error'])
      addEventListener(type, (event) => heard.push(event.type));
  });
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'speaking');
  const html = await page.content();
  expect(html).not.toContain('echo agent');
  expect(html).not.toContain('conversation_signature');
  expect(html).not.toContain(stage.browser.extensionId);
  const attributes = await cardOn(page).evaluate((element) => element.getAttributeNames());
  expect(attributes.toSorted()).toEqual(['class', 'data-agent-id', 'data-voice-state']);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  const resources = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(
    resources.filter((name) => name.includes('voice-sdk') || name.startsWith('chrome-extension:')),
  ).toEqual([]);
});

test.describe('on a site where voice is not enabled', () => {
  test.use({ sites: ['http://plain.test'] });

  test('nothing of the extension is there', async ({ stage }) => {
    const page = await stage.open(
      `${card()}<div class="voice-card" data-agent-id="echo">Bare</div>`,
    );
    const enabled = await stage.open(card(), { site: 'http://plain.test' });
    await expectState(cardOn(enabled), 'idle');
    await page.bringToFront();
    await clickTalk(cardOn(page));
    expect(await page.locator('[data-voice-state], html > div').count()).toBe(0);
  });

  test('nothing stays in a frame of a site where it is', async ({ stage }) => {
    const enabled = await stage.open(card(), { site: 'http://plain.test' });
    await expectState(cardOn(enabled), 'idle');
    const page = await stage.open(`<iframe src="${enabled.url()}"></iframe>`);
    const inside = page.frameLocator('iframe');
    await inside.getByRole('button', { name: 'Talk' }).click();
    await expect(inside.locator('[data-voice-state]')).toHaveCount(0);
    await stage.open('');
    expect(await inside.locator('[data-voice-state]').count()).toBe(0);
  });
});
