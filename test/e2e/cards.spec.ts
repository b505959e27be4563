import type { Page } from 'playwright/test';
import { ClosedRoots } from '../support/closed-roots.ts';
import { atAPersonsPace, look } from '../support/pace.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
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

test('a card that is inserted later shows its state and talks; one that is replaced or removed mid-call loses nothing', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open('<main></main>');
  await page.evaluate(
    (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html),
    card(),
  );
  await expectState(cardOn(page), 'idle');
  await look(page);
  await test.step("a button tells its state as the guide's script does, and is never disabled", () =>
    expectTold(page));
  await test.step('a card that is replaced mid-call goes on showing the conversation, and ends it', async () => {
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    await page.evaluate((html) => document.querySelector('main')?.setHTMLUnsafe(html), card());
    await expectLive(cardOn(page));
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
    await until(() => stage.host.liveTracks()).toBe(0);
  });
  await test.step('a card that is removed mid-call leaves the conversation to the popup', async () => {
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    await page.evaluate(() => document.querySelector('.voice-card')?.remove());
    await endInPopup(stage, 'Hello from the stand-in.');
    await until(() => stage.host.liveTracks()).toBe(0);
  });
  backend.close();
});

async function expectTold(page: Page): Promise<void> {
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
  await expectState(cardOn(page), 'idle');
}

/** Ends a conversation in the popup, in which the agent has said this. */
async function endInPopup(stage: Stage, said: string): Promise<void> {
  const popup = await stage.openOwn('popup.html');
  await expect(popup.getByRole('log', { name: 'Transcript' })).toContainText(said);
  await popup.getByRole('button', { name: 'End conversation' }).click();
  await expect(popup.getByText('Conversation ended')).toBeVisible();
}

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

test('a card without a button gets one of ours, which the page can neither reach nor click, and a button in a form does not submit it', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
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

  await test.step('a button in a form does not submit it', async () => {
    const form = `<form class="voice-card" data-agent-id="echo" action="/elsewhere"><button class="voice-mic-btn">Talk</button></form>`;
    await stage.show(page, form);
    const address = page.url();
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    expect(page.url()).toBe(address);
  });
  backend.close();
});

test('what a page changes of its cards is noticed, wherever and whenever, and a malformed agent id is said on the card and asks nobody', async ({
  stage,
}) => {
  const page = await stage.open(card());
  await test.step('what a page changes within a card, while nothing is going on there', () =>
    expectNoticedWithin(page));
  await test.step('among many cards, one that comes within something else, or by its attributes', async () => {
    await stage.show(page, `<main>${card().repeat(40)}<p id="late">Later</p></main>`);
    await expectNoticedAmong(page);
  });
  await test.step('a malformed agent id is said on the card and asks nobody', async () => {
    await stage.show(page, card('no such &amp; id'));
    const roots = await ClosedRoots.of(page);
    await clickTalk(cardOn(page));
    await roots.expectAlert("This card's agent id is not valid. Please tell the site's owner.");
    await expectState(cardOn(page), 'error');
    await roots.click('Dismiss');
    await roots.expectNoAlert();
  });
  await test.step('a card works in the very task in which it is inserted', async () => {
    await stage.show(page, '<button id="insert">Insert</button><main></main>');
    await insertInKeydown(page);
    // Nobody can have meant that, so they are asked.
    await expectState(cardOn(page), 'asking');
  });
});

async function expectNoticedWithin(page: Page): Promise<void> {
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
}

async function expectNoticedAmong(page: Page): Promise<void> {
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
}

/** The key goes down on one button and presses another, which did not exist before. */
async function insertInKeydown(page: Page): Promise<void> {
  await page.evaluate((html) => {
    document.getElementById('insert')?.addEventListener('keydown', () => {
      document.querySelector('main')?.setHTMLUnsafe(html);
      document.querySelector<HTMLElement>('.voice-mic-btn')?.focus();
    });
  }, card());
  await page.locator('#insert').focus();
  await page.keyboard.press('Enter');
}
