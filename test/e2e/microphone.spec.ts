import { ClosedRoots } from '../support/closed-roots.ts';
import { journey } from '../support/journeys.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { expectReleased } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';

test.use({ microphone: 'denied' });

test(
  'where the microphone is denied, the card says so, no URL is asked for, and after it was granted the next click works',
  journey('microphone-denied'),
  async ({ stage }) => {
    const backend = await standIn({ echo: [takesCall] });
    await stage.set({ backendUrl: backend.url });
    const page = await stage.open(card());
    const roots = await ClosedRoots.of(page);
    await clickTalk(cardOn(page));
    await roots.expectAlert('The microphone is blocked for Voice Cards.');
    await expectReleased(stage);
    expect(backend.asked).toEqual([]);

    await stage.setMicrophone('granted');
    await page.bringToFront();
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    backend.close();
  },
);
