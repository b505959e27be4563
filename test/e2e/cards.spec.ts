import { ClosedRoots } from '../support/closed-roots.ts';
import { atAPersonsPace, look } from '../support/pace.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

test('a card works in the very task in which it is inserted', async ({ stage }) => {
  const page = await stage.open('<button id="insert">Insert</button><main></main>');
  // The key goes down on one button and presses another, which did not exist before.
  await page.evaluate((html) => {
    document.getElementById('insert')?.addEventListener('keydown', () => {
      document.querySelector('main')?.setHTMLUnsafe(html);
      document.querySelector<HTMLElement>('.voice-mic-btn')?.focus();
    });
  }, card());
  await page.locator('#insert').focus();
  await page.keyboard.press('Enter');
  // Nobody can have meant that, so they are asked.
  await expectState(cardOn(page), 'asking');
});

test('a card that is inserted later shows its state and talks', async ({ stage }) => {
  const page = await stage.open('<main></main>');
  await page.evaluate(
    (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html),
    card(),
  );
  await expectState(cardOn(page), 'idle');
  await look(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
});

test('a card that is replaced mid-call goes on showing the conversation, and ends it', async ({
  stage,
}) => {
  const page = await stage.open(`<main>${card()}</main>`);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await page.evaluate((html) => document.querySelector('main')?.setHTMLUnsafe(html), card());
  await expectLive(cardOn(page));
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  await until(() => stage.host.liveTracks()).toBe(0);
});

test('a card that is removed mid-call leaves the conversation to the popup', async ({ stage }) => {
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await page.evaluate(() => document.querySelector('.voice-card')?.remove());
  const popup = await stage.openOwn('popup.html');
  await expect(popup.getByRole('log', { name: 'Transcript' })).toContainText('I am the echo agent');
  await popup.getByRole('button', { name: 'End conversation' }).click();
  await expect(popup.getByText('Conversation ended')).toBeVisible();
  await until(() => stage.host.liveTracks()).toBe(0);
});

test('a card without a button gets one of ours, which the page can neither reach nor click', async ({
  stage,
}) => {
  const page = await stage.open('<div class="voice-card" data-agent-id="echo">Bare</div>');
  const roots = await ClosedRoots.of(page);
  await roots.expectButton('Talk to this agent');
  const reached = await page.locator('html > div').evaluate((host: HTMLElement) => {
    host.click();
    const { shadowRoot, innerText, childNodes } = host;
    const html = host.getHTML({ serializableShadowRoots: true });
    return { shadowRoot, text: innerText + html, children: childNodes.length };
  });
  expect(reached).toEqual({ shadowRoot: null, text: '', children: 0 });
  await expectState(cardOn(page), 'idle');
  await roots.click('Talk to this agent');
  await roots.expectButton('End the conversation');
  await roots.click('End the conversation');
  await expectState(cardOn(page), 'idle');
});

test('the whole way goes by keyboard', async ({ stage }) => {
  const page = await stage.open(card());
  await expectState(cardOn(page), 'idle');
  await page.keyboard.press('Tab');
  await expect(cardOn(page).getByRole('button')).toBeFocused();
  await atAPersonsPace(page, () => page.keyboard.press('Enter'));
  await expectState(cardOn(page), 'speaking');
  await atAPersonsPace(page, () => page.keyboard.press('Space'));
  await expectState(cardOn(page), 'idle');
});

test("a button tells its state as the guide's script does, and is never disabled", async ({
  stage,
}) => {
  const page = await stage.open(card());
  const button = cardOn(page).getByRole('button');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(button).toHaveClass(/recording/);
  await expect(button).toBeEnabled();
  await clickTalk(cardOn(page));
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(button).not.toHaveClass(/recording/);
});

test('a button in a form does not submit it', async ({ stage }) => {
  const form = `<form class="voice-card" data-agent-id="echo" action="/elsewhere"><button class="voice-mic-btn">Talk</button></form>`;
  const page = await stage.open(form);
  const address = page.url();
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(page.url()).toBe(address);
});

test('a malformed agent id is said on the card and asks nobody', async ({ stage }) => {
  const page = await stage.open(card('no such &amp; id'));
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page));
  await roots.expectAlert("This card's agent id is not valid. Please tell the site's owner.");
  await expectState(cardOn(page), 'error');
  await roots.click('Dismiss');
  await roots.expectNoAlert();
});

test('what a page changes within a card, while nothing is going on there, is noticed', async ({
  stage,
}) => {
  const page = await stage.open(card());
  const where = cardOn(page);
  const button = where.getByRole('button');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await where.evaluate((element) => element.removeAttribute('data-voice-state'));
  await expectState(where, 'idle');
  await where.evaluate((element) => {
    const other = document.createElement('button');
    other.className = 'voice-mic-btn';
    other.textContent = 'Talk';
    element.querySelector('button')?.replaceWith(other);
  });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
});

test('among many cards, one that comes within something else, or by its attributes, is noticed', async ({
  stage,
}) => {
  const page = await stage.open(`<main>${card().repeat(40)}<p id="late">Later</p></main>`);
  await expectState(cardOn(page, 39), 'idle');
  await page.evaluate(() => {
    const [first] = document.querySelectorAll('.voice-card');
    const section = document.createElement('section');
    if (first) section.append(first.cloneNode(true));
    section.firstElementChild?.removeAttribute('data-voice-state');
    document.querySelector('main')?.append('Words', section);
  });
  await expectState(page.locator('section .voice-card'), 'idle');
  const late = page.locator('#late');
  await late.evaluate((element) => {
    element.setAttribute('class', 'voice-card');
    element.setAttribute('data-agent-id', 'echo');
  });
  await expectState(late, 'idle');
});
