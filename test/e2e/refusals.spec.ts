import { ClosedRoots } from '../support/closed-roots.ts';
import { sentence } from '../support/sentences.ts';
import { type Answer, json, standIn } from '../support/stand-in.ts';
import { startTokenBackend } from '../support/token-backend.ts';
import { callOf, signatureOf } from '../support/webhook.ts';
import { card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';

/** What a backend with tokens and budgets refuses, and the failure that a person is told of. */
const REFUSALS: readonly (readonly [code: string, status: number, told: string])[] = [
  ['token_required', 401, 'token_required'],
  ['token_invalid', 401, 'token_invalid'],
  ['token_expired', 401, 'token_expired'],
  ['agent_forbidden', 403, 'token_agent'],
  ['site_forbidden', 403, 'token_site'],
];
const LIMITS = [
  'per_minute',
  'per_day',
  'concurrent',
  'minutes_per_day',
  'minutes_per_month',
  'server_per_day',
  'server_minutes_per_day',
  'address_per_minute',
];

const ANSWERS: readonly (readonly [told: string, answer: Answer])[] = [
  ...REFUSALS.map(([code, status, told]) => [told, json(status, { error: 'No.', code })] as const),
  ...LIMITS.map((limit) => [`limit_${limit}`, overLimit(limit)] as const),
];

function overLimit(limit: string): Answer {
  const answer = json(429, { error: 'No.', code: 'limit_reached', limit });
  return { ...answer, headers: { ...answer.headers, 'retry-after': '30' } };
}

test('every refusal by a token or a limit is said in words on the card and in the popup', async ({
  stage,
}) => {
  const backend = await standIn({ echo: ANSWERS.map(([, answer]) => answer) });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  const popup = await stage.openOwn('popup.html');
  for (const [told] of ANSWERS) {
    await page.bringToFront();
    await clickTalk(cardOn(page));
    const said = new RegExp(`^${sentence(`failure_${told}`)}`);
    await roots.expectAlert(said);
    await expect(popup.getByRole('alert').filter({ hasText: said })).toHaveCount(1);
  }
  backend.close();
});

test('minutes that run out in the middle are announced, end the conversation, and say so', async ({
  stage,
}) => {
  const secret = 'wsec_0123456789abcdef';
  const backend = await startTokenBackend({
    MINUTES_PER_DAY: '1',
    ELEVENLABS_WEBHOOK_SECRET: secret,
  });
  await stage.set({ backendUrl: backend.url });
  await pair();
  await report(40);
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await roots.expectAlert(sentence('warning_budget'));
  // It says that 15 seconds are left.
  await expect(cardOn(page)).toHaveAttribute('data-voice-state', 'error');
  await roots.expectAlert(sentence('failure_budget'));
  await clickTalk(cardOn(page));
  await roots.expectAlert(sentence('failure_limit_server_minutes_per_day'));
  await backend.stop();

  async function pair(): Promise<void> {
    const options = await stage.openOwn('options.html#backend');
    const token = backend.token('create', '--name', 'Ann');
    await options.getByRole('textbox', { name: 'Access token' }).fill(token);
    await options.getByRole('button', { name: 'Keep token' }).click();
    await expect(options.getByRole('button', { name: 'Forget token' })).toBeVisible();
  }

  /** Has ElevenLabs report a conversation of so many seconds. */
  async function report(seconds: number): Promise<void> {
    const body = callOf(seconds);
    const signature = signatureOf(body, Date.now(), secret);
    const answer = await fetch(`${backend.url}/api/voice-sdk/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'elevenlabs-signature': signature },
      body,
    });
    expect(answer.status).toBe(200);
  }
});
