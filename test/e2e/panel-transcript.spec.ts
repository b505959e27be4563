import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { over, turn } from '../support/conversation.ts';
import { messageBox, openPanel, press, transcript, write } from './at-the-panel.ts';
import { type Stage, expect, test } from './stage.ts';

const HOSTILE = [
  '<b id="raw">bold</b><script>document.title = "owned"</script><img src="https://pixel.example/a">',
  '[run](javascript:alert(1)) [plain](http://plain.example/) [login](https://me:pw@evil.example/)',
  '![a cat](https://pixel.example/cat.png) [safe](https://safe.example/path)',
].join('\n\n');

test('what an agent writes comes in parts, is corrected, formatted and judged; it becomes no HTML, no picture, and no link but https with its host', async ({
  stage,
}) => {
  const panel = await openPanel(stage);
  const log = transcript(panel);
  await test.step('who said it and when', async () => {
    await write(panel, 'Judge this.');
    await expect(log.getByText('Judge this.', { exact: true })).toHaveCount(2);
    await expect(log.getByRole('time').first()).toHaveText(/^\d\d:\d\d/);
  });

  await test.step('it can be judged, and the judgement taken back', async () => {
    const good = log.getByRole('button', { name: 'Good answer' }).last();
    await good.click();
    await expect(good).toHaveAttribute('aria-pressed', 'true');
    await log.getByRole('button', { name: 'Poor answer' }).last().click();
    await expect(good).toHaveAttribute('aria-pressed', 'false');
    await log.getByRole('button', { name: 'Poor answer' }).last().press('Enter');
    await write(panel, '/recall');
    await expect(log).toContainText(
      /feedback: like for 2\s+feedback: dislike for 2\s+feedback: none for 2/,
    );
  });

  await test.step('no HTML, no picture, and no link but https with its host', async () => {
    await write(panel, HOSTILE);
    await expect(log.getByRole('link')).toHaveText(['safe']);
    await expect(log.getByRole('link')).toHaveAttribute('href', 'https://safe.example/path');
    await expect(log.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(log).toContainText('safe (safe.example)');
    await expect(log).toContainText('[Picture: a cat] (pixel.example)');
    for (const text of ['run', 'plain', 'login']) await expect(log).toContainText(text);
    await expect(log.getByText('<b id="raw">bold</b>')).toHaveCount(2);
    await expect(log.locator('b, script, img, iframe')).toHaveCount(0);
    await expect(log.getByRole('img')).toHaveCount(0);
    await expect(panel).toHaveTitle('Voice Cards conversation');
  });

  await test.step('it comes in parts, and is corrected', async () => {
    const grown = await partsOf(log);
    await write(panel, '/stream');
    await expect(log).toContainText('and then once more as a whole.');
    expect((await grown()).length).toBeGreaterThan(3);
    await write(panel, '/correct');
    await expect(log.getByRole('deletion')).toHaveText('Not heard: a great deal more than this.');
    await expect(log).toContainText('I was going to say...');
  });

  await test.step('tools, and what is formatted', async () => {
    await write(panel, '/tool weather');
    await expect(log).toContainText('The tool “weather” failed');
    await write(panel, '/markdown');
    await expect(log.getByRole('heading', { name: 'A heading' })).toBeVisible();
    await expect(log.getByRole('emphasis')).toHaveText('emphasis');
    await expect(log.getByRole('strong').filter({ hasText: 'strength' })).toBeVisible();
    await expect(log.getByRole('listitem')).toHaveText(['one', 'two']);
    await expect(log.getByText("console.log('a block of code');")).toBeVisible();
  });

  await expect(panel.getByRole('status')).toHaveCount(1);
  await expect(panel.getByRole('status')).toContainText("console.log('a block of code');");
  await expect(panel.getByRole('status')).not.toContainText('/markdown');
  await expect(log).toHaveAttribute('aria-live', 'off');
  await expectAccessible(panel);
});

test('transcripts are copied, saved, kept while the browser runs and has room, and deleted; one follows what is said, and never moves while one reads back', async ({
  stage,
}) => {
  await keepEarlier(stage);
  const panel = await openPanel(stage);
  await panel.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const log = transcript(panel);
  const listed = panel.getByRole('button', { name: /^Echo agent/ });
  const earlier = panel.getByRole('log', { name: /^Conversation/ });
  await test.step('copied and saved', async () => {
    await panel.getByText('Earlier conversations (2)').click();
    await expect(listed).toHaveCount(2);
    await write(panel, 'Keep *this*.');
    await expect(log.getByText('Keep')).toHaveCount(2);
    await press(panel, 'Copy transcript');
    await expect(panel.getByRole('status')).toContainText('The transcript was copied.');
    const copied = await panel.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^# Conversation with Echo agent\n/);
    expect(copied).toMatch(/\*\*You\*\* \(\d\d:\d\d.*\)\n\n> Keep \\\*this\\\*\.\n/);
    expect(copied).toMatch(/\*\*Echo agent\*\* \(\d\d:\d\d.*\)\n\n> Keep \*this\*\.\n/);
    const saving = panel.waitForEvent('download');
    await press(panel, 'Save as Markdown');
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^conversation-\d{4}(-\d\d){4}\.md$/);
    expect(await readFile(await file.path(), 'utf8')).toBe(copied);
  });

  await test.step('when the browser has no room for more, the oldest goes', async () => {
    await press(panel, 'End conversation');
    await expect(panel.getByRole('status')).toContainText('Conversation ended');
    await expect(messageBox(panel)).toBeFocused();
    await panel.getByText('Earlier conversations (1)').click();
    await expect(listed).toHaveCount(1);
    await listed.click();
    await expect(earlier).toContainText('newer');
    await press(panel, 'Delete conversation');
    await expect(panel.getByText('Earlier conversations')).toBeHidden();
  });

  await test.step('kept while the browser runs, and deleted', async () => {
    await press(panel, 'Call again');
    await write(panel, 'The second one.');
    await expect(log.getByText('The second one.')).toHaveCount(2);
    await expect(log).not.toContainText('Keep');
    await press(panel, 'End conversation');
    await panel.reload();
    await expect(log.getByText('The second one.')).toHaveCount(2);
    await panel.getByText('Earlier conversations (1)').click();
    await listed.click();
    await expect(earlier.getByText('Keep')).toHaveCount(2);
    await expect(earlier).toHaveAccessibleName('Conversation with Echo agent');
    await expectAccessible(panel);
    await press(panel, 'Delete conversation');
    await expect(earlier).toBeHidden();
    await expect(panel.getByText('Earlier conversations')).toBeHidden();
    await expect(messageBox(panel)).toBeFocused();
  });

  await test.step('it follows what is said, and never moves while one reads back', async () => {
    await press(panel, 'Call again');
    await expectToFollow(panel);
  });
});

/** Keeps two transcripts that take all the room there is. */
async function keepEarlier({ browser }: Stage): Promise<void> {
  const worker = await browser.worker();
  const kept = ['oldest', 'newer'].map((id) => over({ id, entries: [turn('user', id)] }));
  await worker.evaluate(async (conversations) => {
    const size = 4_000_000;
    const stored = conversations.map((one) => [
      `transcript:${one.id}`,
      { ...one, errorFrame: 'x'.repeat(size) },
    ]);
    const transcripts = conversations.map(({ id }) => ({ id, size }));
    await chrome.storage.session.set({ ...Object.fromEntries(stored), transcripts });
  }, kept);
}

/** Expects the transcript to show the end, unless one reads back. */
async function expectToFollow(panel: Page): Promise<void> {
  const log = transcript(panel);
  await write(panel, '/many 200');
  await expect(log.getByText('Answer 200 of 200.')).toBeInViewport();
  const jump = panel.getByRole('button', { name: 'Jump to latest' });
  await expect(jump).toBeHidden();

  await log.hover();
  await panel.mouse.wheel(0, -3_000);
  await expect(jump).toBeVisible();
  const read = log.getByText('Answer 170 of 200.');
  await read.scrollIntoViewIfNeeded();
  const before = await settledTop(read);
  await write(panel, '/many 30');
  await expect(jump).toHaveText(/31$/);
  expect(await settledTop(read)).toBe(before);

  await jump.click();
  await expect(log.getByText('Answer 30 of 30.')).toBeInViewport();
  await expect(jump).toBeHidden();
  await expect(log).toBeFocused();
  await write(panel, 'And now?');
  await expect(log.getByText('And now?').last()).toBeInViewport();

  // From the very top too, where a browser does not hold on to what is read.
  await log.focus();
  await panel.keyboard.press('Home');
  const first = log.getByText('Answer 1 of 200.');
  await expect(first).toBeInViewport();
  await expect(jump).toBeVisible();
  const top = await settledTop(first);
  await write(panel, '/stream');
  await expect(jump).toHaveText(/2$/);
  expect(await settledTop(first)).toBe(top);
}

/** The lengths that an answer had while it came. */
async function partsOf(log: Locator): Promise<() => Promise<number[]>> {
  const element = await log.elementHandle();
  const lengths = await element?.evaluateHandle((within) => {
    const seen = new Set<number>();
    new MutationObserver(() => {
      const busy = within.querySelector('[aria-busy=true]');
      if (busy) seen.add(busy.textContent?.length ?? 0);
    }).observe(within, { childList: true, subtree: true, characterData: true });
    return seen;
  });
  return async () => (await lengths?.evaluate((seen) => [...seen])) ?? [];
}

/** Where something stands once a frame has passed and it has not moved any more. */
async function settledTop(what: Locator): Promise<number> {
  return what.evaluate(async (element) => {
    const top = () => Math.round(element.getBoundingClientRect().top);
    for (let last = NaN; last !== top();) {
      last = top();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    return top();
  });
}
