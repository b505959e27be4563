import { ClosedRoots } from '../support/closed-roots.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { cardOn, expect, expectState, test } from './stage.ts';

const DESCRIPTION = {
  version: 1,
  cards: [{ selector: '#help', agentId: 'echo', label: 'Help desk', position: 'bottom-start' }],
};

test('a site describes its cards in a file, and need not write a word of it into its pages; what makes no sense there does nothing', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
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

  await test.step('a description that makes no sense does nothing, and the page goes on', async () => {
    stage.serve('/.well-known/voice-cards.json', '{"version":1,"cards":[{"selector":"<script>"}]}');
    const bare = '<div class="voice-card" data-agent-id="echo" style="height:80px">Ask</div>';
    await stage.show(page, bare, { site: 'http://plain.test' });
    await roots.expectButton('Talk to this agent');
    await expect(page.locator('[data-voice-state]')).toHaveCount(1);
  });
  backend.close();
});
