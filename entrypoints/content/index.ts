import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sendMessage } from '../shared/page/messaging.ts';
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
import { Trees } from './trees.ts';
import { Watch } from './watch.ts';

export default defineUnlistedScript(() => {
  const stop = takeOver();
  const { signal } = stop;
  const stage = new Stage(() => void sendMessage('wantFace').catch(() => {}), signal);
  const sight = new Sight((card) => talk.prepare(card), signal);
  const trees = new Trees();
  const watch = new Watch(trees, signal);
  const cards = new Cards(stage, sight, trees);
  const talk = new Talk(cards, stage, stop);
  const press = countPresses((on) => talk.press(on.card, sight.isDoubtful(on.button, on.event)));
  hearClicks(trees, () => cards.selectors, press, signal);
  watch.onChange((changes) => cards.glance(changes));
  signal.addEventListener('abort', () => cards.clear());
  awaitFace(finder({ cards, stage, sight, talk, press, trees, watch, signal }));
  // A frame may turn out to be one in which nothing of ours may show.
  if (window === top) trees.enter(document);

  const ask = sayHello(({ card, ...settings }, isNew) => {
    trees.enter(document);
    talk.configure(settings);
    if (isNew) talk.show(card);
    stage.open();
  }, stop);
  hearExtension({ cards, talk, ask, signal });
});
