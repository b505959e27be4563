import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { BUTTON_SELECTOR, CARD_SELECTOR } from '../../core/card.ts';
import { onMessage, removeAllListeners } from '../shared/messaging.ts';
import { Cards } from './cards.ts';
import { hearClicks } from './click.ts';
import { sayHello } from './hello.ts';
import { takeOver } from './take-over.ts';
import { Talk } from './talk.ts';
import { watchDocument } from './watch.ts';

export default defineUnlistedScript(() => {
  const stop = takeOver();
  const { signal } = stop;
  const cards = new Cards({ card: CARD_SELECTOR, button: BUTTON_SELECTOR });
  const talk = new Talk(cards, stop);

  hearClicks(() => cards.selectors, talk.clicked, signal);
  watchDocument(() => cards.refresh(), signal);
  signal.addEventListener('abort', () => cards.clear());

  onMessage('show', ({ data }) => talk.show(data));
  onMessage('configure', ({ data }) => cards.configure(data.selectors));
  onMessage('cards', () => cards.list());
  onMessage('leave', () => stop.abort());

  signal.addEventListener('abort', removeAllListeners);

  sayHello(({ selectors, card }) => {
    cards.configure(selectors);
    talk.show(card);
  }, stop);
});
