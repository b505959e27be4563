import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { ClosedRoots } from '../support/closed-roots.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

const BARE =
  '<div class="voice-card" data-agent-id="echo" data-text-only>A card without a button</div>';
/** Preact for a page's own scripts. */
const PREACT = readFileSync('node_modules/preact/dist/preact.mjs', 'base64');
const IMPORTS = JSON.stringify({ imports: { preact: `data:text/javascript;base64,${PREACT}` } });

test('nothing on a page moves when its cards are found, clicked and in conversation', async ({
  stage,
}) => {
  const page = await stage.open(
    `<script>
      const shifts = [];
      const take = (list) => shifts.push(...list.getEntries().map(({ value }) => value));
      new PerformanceObserver(take).observe({ type: 'layout-shift', buffered: true });
      document.addEventListener('DOMContentLoaded', () => {
        const boxes = () => [...document.querySelectorAll('html, body, body *')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [element.localName, x, y, width, height, element.scrollWidth, element.scrollHeight].join(' ');
        });
        window.layout = () => ({ boxes: boxes(), shifts });
        window.before = boxes();
      });
    </script>
    <h1>A page</h1><p>Before</p><div class="voice-card" data-agent-id="echo">Spoken</div><p>Between</p>${card()}<p>After</p>`,
  );
  const roots = await ClosedRoots.of(page);
  await roots.expectButton('Talk to this agent');
  await expectUnmoved(page);
  await roots.click('Talk to this agent');
  await expectState(cardOn(page), 'speaking');
  await roots.click('Mute microphone');
  await expectState(cardOn(page), 'listening');
  await expectUnmoved(page);
  await roots.click('End the conversation');
  await expectState(cardOn(page), 'idle');
  await stage.set({ backendUrl: 'http://127.0.0.1:9' });
  await clickTalk(cardOn(page, 1));
  await roots.expectAlert('The voice backend cannot be reached. Is it running?');
  await expectUnmoved(page);
  // Had something moved, this would have shown it.
  await page.locator('h1').evaluate((heading) => heading.append(document.createElement('hr')));
  await until(() => layoutOf(page).then(({ shifts }) => shifts.length)).toBeGreaterThan(0);
});

async function expectUnmoved(page: Page): Promise<void> {
  const before: unknown = await page.evaluate(() => Reflect.get(window, 'before'));
  expect(await layoutOf(page)).toEqual({ boxes: before, shifts: [] });
}

function layoutOf(page: Page): Promise<{ boxes: unknown; shifts: unknown[] }> {
  return page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return Reflect.get(window, 'layout')();
  });
}

test('a page that hydrates what its server rendered finds it as it was, and renders as it likes', async ({
  stage,
}) => {
  const app = `<link rel="icon" href="data:,"><main><h1>Ask</h1>${card('echo', '<i>0</i>')}${BARE}</main>`;
  const page = await stage.open(
    `${app}<script type="importmap">${IMPORTS}</script><script type="module">
      import { h, hydrate, render } from 'preact';
      window.draw = (n) => (n ? render : hydrate)(h('main', null,
        h('h1', null, 'Ask'),
        h('div', { class: 'voice-card', 'data-agent-id': 'echo', 'data-text-only': n ? '' : null }, h('p', null, 'echo'),
          h('button', { class: n ? 'voice-mic-btn on' + n : 'voice-mic-btn' }, 'Talk'), h('i', null, n)),
        n === 2 ? null : h('div', { class: 'voice-card', 'data-agent-id': 'echo', 'data-text-only': '' }, 'A card without a button'),
      ), document.body);
    </script>`,
  );
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  const draw = (n: number) => page.evaluate((it) => Reflect.get(window, 'draw')(it), n);
  const [main, button] = [page.locator('main'), cardOn(page).getByRole('button')];
  await expectState(cardOn(page, 1), 'idle');
  await main.evaluate((element) => Reflect.set(element, 'wasThere', true));
  await draw(0);
  await draw(1);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  // The framework writes the button's class anew, and takes a card away.
  await draw(2);
  await expect(button).toHaveClass('voice-mic-btn on2 recording');
  await expectLive(cardOn(page));
  await draw(3);
  await expect(button).toHaveClass('voice-mic-btn on3 recording');
  await expectState(cardOn(page, 1), 'idle');
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  await expect(button).toHaveClass('voice-mic-btn on3');
  await expect(main).toHaveCount(1);
  expect(await main.evaluate((element) => Reflect.get(element, 'wasThere'))).toBe(true);
  expect(problems).toEqual([]);
});
