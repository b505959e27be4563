import { ClosedRoots } from '../support/closed-roots.ts';
import { sentence } from '../support/sentences.ts';
import { type Answer, json, standIn } from '../support/stand-in.ts';
import { startTokenBackend } from '../support/token-backend.ts';
import { callOf, signatureOf } from '../support/webhook.ts';
import { card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';

/** A refusal of each kind, and the failure that a person is told of; all others are held in Node (backend.test.ts). */
const ANSWERS: readonly (readonly [told: string, answer: Answer])[] = [
  ['token_site', json(403, { error: 'No.', code: 'site_forbidden' })],
  [
    'limit_per_minute',
    json(
      429,
      { error: 'No.', code: 'limit_reached', limit: 'per_minute' },
      { 'retry-after': '30' },
    ),
  ],
];

/** How much of a minute is left, and how long before its end that is said; in milliseconds. */
const LEFT_MS = 20_000;
const NOTICE_MS = 15_000;

const SECRET = 'wsec_0123456789abcdef';

test('a refusal by a token or a limit is said in words on the card and in the popup; minutes that run out in the middle are announced, end the conversation, and say so', async ({
  stage,
}) => {
  const refusing = await standIn({ echo: ANSWERS.map(([, answer]) => answer) });
  await stage.set({ backendUrl: refusing.url });
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  await test.step('a refusal by a token or a limit', async () => {
    const popup = await stage.openOwn('popup.html');
    await page.bringToFront();
    for (const [told] of ANSWERS) {
      await clickTalk(cardOn(page));
      const said = new RegExp(`^${sentence(`failure_${told}`)}`);
      await roots.expectAlert(said);
      await expect(popup.getByRole('alert').filter({ hasText: said })).toHaveCount(1);
    }
    refusing.close();
  });

  const backend = await startTokenBackend({
    MINUTES_PER_DAY: '1',
    ELEVENLABS_WEBHOOK_SECRET: SECRET,
  });
  await test.step('minutes that run out in the middle', async () => {
    await stage.set({ backendUrl: backend.url });
    const [token = ''] = (await backend.token('create', '--name', 'Ann')).split('\n').slice(-1);
    await stage.keepToken(backend.url, token);
    await report(backend.url, 'conv_1', 40);
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    await stage.host.rings(1_000, LEFT_MS - NOTICE_MS);
    await roots.expectAlert(sentence('warning_budget'));
    await stage.host.rings(NOTICE_MS + 1, LEFT_MS);
    await expect(cardOn(page)).toHaveAttribute('data-voice-state', 'error');
    await roots.expectAlert(sentence('failure_budget'));
  });

  await test.step('the next conversation is refused', async () => {
    // The backend's own clock has not gone so far.
    await report(backend.url, 'conv_2', LEFT_MS / 1_000);
    await clickTalk(cardOn(page));
    await roots.expectAlert(sentence('failure_limit_server_minutes_per_day'));
  });
  await backend.stop();
});

/** Has ElevenLabs report a conversation of so many seconds. */
async function report(backendUrl: string, conversation: string, seconds: number): Promise<void> {
  const body = callOf(seconds, conversation);
  const signature = signatureOf(body, Date.now(), SECRET);
  const answer = await fetch(`${backendUrl}/api/voice-sdk/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'elevenlabs-signature': signature },
    body,
  });
  expect(answer.status).toBe(200);
}
