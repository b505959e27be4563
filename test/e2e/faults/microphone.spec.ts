import { journey } from '../../support/journeys.ts';
import { standIn, takesCall } from '../../support/stand-in.ts';
import { failsThenWorks } from './failing-card.ts';
import { expect, test } from './stage.ts';

test.use({ microphone: 'denied' });

test(
  'where the microphone is denied, the card says so, no URL is asked for, and after it was granted the next click works',
  journey('microphone-denied'),
  async ({ scene: stage }) => {
    const backend = await standIn({ echo: [takesCall] });
    await stage.set({ backendUrl: backend.url });
    await failsThenWorks(stage, {
      done: 'the microphone is denied',
      message: 'The microphone is blocked for Voice Cards.',
      async mend() {
        expect(backend.asked).toEqual([]);
        await stage.setMicrophone('granted');
      },
    });
    backend.close();
  },
);
