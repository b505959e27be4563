import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sendMessage } from '../shared/messaging.ts';
import { awaitFace } from '../shared/page/meeting.ts';
import { Cards } from './cards.ts';
import { countPresses, hearClicks } from './click.ts';
import { finder } from './finder.ts';
import { hearExtension } from './hear.ts';
import { sayHello } from './hello.ts';
import { Sight } from './sight.ts';
import { Stage } from './stage.ts';
import { takeOver } from './take-over.ts';
import { Talk } from './talk.ts';
import { watchDocument } from './watch.ts';

export default defineUnlistedScript(() => {
  const stop = takeOver();
  const { signal } = stop;
  const stage = new Stage(() => void sendMessage('wantFace').catch(() => {}));
  const sight = new Sight(signal);
  const cards = new Cards(stage, sight);
  const talk = new Talk(cards, stage, stop);
  const press = countPresses(({ card, button, event }) => {
    talk.press(card, sight.isDoubtful(button, event));
  });

  hearClicks(() => cards.selectors, press, signal);
  watchDocument(() => cards.refresh(), signal);
  signal.addEventListener('abort', () => cards.clear());
  awaitFace(finder({ cards, stage, sight, talk, press, signal }));
  hearExtension(cards, talk, stop);

  sayHello(({ card, ...settings }) => {
    talk.configure(settings);
    talk.show(card);
    stage.open();
  }, stop);
});
