import type { Face, Finder, Saying, Scene } from '../shared/page/meeting.ts';
import { focus } from '../shared/page/dom.ts';
import { Note } from './note.ts';
import { Overlay } from './overlay.ts';
import { OwnButtons } from './own-buttons.ts';
import { Pill } from './pill.ts';
import { keepTabOrder } from './tab-order.ts';
import { Tooltip } from './tooltip.ts';

/** Draws what the finder found: our own buttons, the pill beside the card in conversation, and notes. */
export function face(finder: Finder): Face {
  const { signal } = finder;
  const overlay = new Overlay(signal);
  const tooltip = new Tooltip(overlay, signal);
  const buttons = new OwnButtons(finder, overlay, tooltip);
  const goHome = (card: Element) => {
    const home = finder.buttonOn(card) ?? buttons.on(card);
    if (home) focus(home);
  };
  const pill = new Pill(finder, overlay, tooltip, goHome);
  const note = new Note(finder, overlay, { beside: (card) => pill.boxOn(card) ?? card, goHome });
  const stops = () => [...buttons.stops(), ...pill.stops(), ...note.stops()];
  signal.addEventListener('abort', () => note.hide());
  keepTabOrder(overlay.root, stops, signal);
  let said: Saying | null = null;
  let scene: Scene = { bare: [], live: null };
  const stand = () => {
    const cards = [scene.live?.card, said?.card, ...scene.bare.map(({ card }) => card)];
    overlay.stand(cards.filter((card) => card !== undefined));
  };
  return {
    show(now) {
      scene = now;
      stand();
      pill.show(now.live);
      buttons.show(now.bare);
      note.moveOn();
    },
    say(saying) {
      said = saying;
      stand();
      if (saying) note.show(saying);
      else note.hide();
    },
  };
}
