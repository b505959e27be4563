import { ClosedRoots } from '../support/closed-roots.ts';
import { cardOn, expect, expectState, test } from './stage.ts';

const DESCRIPTION = {
  version: 1,
  cards: [{ selector: '#help', agentId: 'echo', label: 'Help desk', position: 'bottom-start' }],
};

test('a site describes its cards in a file, and need not write a word of it into its pages', async ({
  stage,
}) => {
  stage.serve('/.well-known/voice-cards.json', JSON.stringify(DESCRIPTION));
  const page = await stage.open('<main></main>');
  const roots = await ClosedRoots.of(page);
  await page.evaluate(() => {
    document.body.innerHTML = '<section id="help" style="height:120px">How may we help?</section>';
  });
  await roots.expectButton('Talk to Help desk');
  const help = page.locator('#help');
  await expectState(help, 'idle');
  await roots.click('Talk to Help desk');
  await expect(help).toHaveAttribute('data-voice-state', /listening|speaking/);
  await roots.click('End the conversation');
  await expectState(help, 'idle');
  await expect(cardOn(page)).toHaveCount(0);
});

test('a description that makes no sense does nothing, and the page goes on', async ({ stage }) => {
  stage.serve('/.well-known/voice-cards.json', '{"version":1,"cards":[{"selector":"<script>"}]}');
  const page = await stage.open(
    '<div class="voice-card" data-agent-id="echo" style="height:80px">Ask</div>',
  );
  const roots = await ClosedRoots.of(page);
  await roots.expectButton('Talk to this agent');
  await expect(page.locator('[data-voice-state]')).toHaveCount(1);
});
