import type { Page } from 'playwright/test';
import { ClosedRoots } from '../support/closed-roots.ts';
import { startTokenBackend } from '../support/token-backend.ts';
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

const INVALID =
  'The voice backend does not accept the access token, or no longer. Add another one in the options.';

type TokenBackend = Awaited<ReturnType<typeof startTokenBackend>>;

/** Does something with a backend of its own that the extension is set up for. */
async function withTokens(stage: Stage, work: (backend: TokenBackend) => Promise<void>) {
  const backend = await startTokenBackend();
  await stage.set({ backendUrl: backend.url });
  await work(backend).finally(() => backend.stop());
}

function access(options: Page) {
  return options.getByRole('region', { name: 'Backend', exact: true });
}

/** Clicks a card, and expects it to say why there is no conversation. */
async function expectRefused(page: Page, sentence: string): Promise<void> {
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'error');
  await (await ClosedRoots.of(page)).expectAlert(sentence);
}

test('a token that is typed is kept, never shown, and is of no use once it is revoked', async ({
  stage,
}) => {
  await withTokens(stage, async (backend) => {
    const secret = await backend.token('create', '--name', 'Ann');
    const options = await stage.openOwn('options.html#backend');
    const here = access(options);
    await here.getByRole('textbox', { name: 'Access token' }).fill(secret);
    await here.getByRole('button', { name: 'Keep token' }).click();
    await expect(
      here.getByText('This computer has an access token for this backend.'),
    ).toBeVisible();
    await options.reload();
    await expect(
      here.getByText('This computer has an access token for this backend.'),
    ).toBeVisible();
    expect(await options.content()).not.toContain(secret);

    const page = await stage.open(card());
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
    await backend.token('revoke', 'Ann');
    await expectRefused(page, INVALID);

    await options.bringToFront();
    await here.getByRole('button', { name: 'Look again' }).click();
    await expect(here.getByText(INVALID)).toBeVisible();
    await here.getByRole('button', { name: 'Forget token' }).click();
    await expect(here.getByRole('button', { name: 'Forget token' })).toHaveCount(0);
  });
});
