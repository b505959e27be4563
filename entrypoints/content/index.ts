import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { BUTTON_SELECTOR, CARD_SELECTOR } from '../../core/card.ts';
import { onMessage, removeAllListeners, sendMessage } from '../shared/messaging.ts';
import { awaitFace } from '../shared/page/meeting.ts';
import { Cards } from './cards.ts';
import { countPresses, hearClicks } from './click.ts';
import { finder } from './finder.ts';
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
  const cards = new Cards(
    { card: CARD_SELECTOR, button: BUTTON_SELECTOR },
    {
      show: (scene, hasCards) => stage.show(scene, hasCards),
      watch: (button) => sight.watch(button),
    },
  );
  const talk = new Talk(cards, (saying) => stage.say(saying), stop);
  const press = countPresses(({ card, button, event }) => {
    talk.press(card, sight.isDoubtful(button, event));
  });
  hearClicks(() => cards.selectors, press, signal);
  watchDocument(() => cards.refresh(), signal);
  signal.addEventListener('abort', () => cards.clear());
  awaitFace(finder({ stage, sight, talk, press, signal }));

  onMessage('show', ({ data }) => talk.show(data));
  onMessage('configure', ({ data }) => talk.configure(data));
  onMessage('cards', () => cards.list());
  onMessage('leave', () => stop.abort());
  onMessage('pressCard', () => talk.pressInView());
  signal.addEventListener('abort', removeAllListeners);

  sayHello(({ card, ...settings }) => {
    talk.configure(settings);
    talk.show(card);
    stage.open();
  }, stop);
});
