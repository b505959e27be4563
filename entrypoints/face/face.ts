import type { Face, Finder, Saying, Scene } from '../shared/page/meeting.ts';
import { Note } from './note.ts';
import { Overlay } from './overlay.ts';
import { OwnButtons } from './own-buttons.ts';
import { Pill } from './pill.ts';
import { Tooltip } from './tooltip.ts';

/** Draws what the finder found: our own buttons, the pill beside the card in conversation, and notes. */
export function face(finder: Finder): Face {
  const { signal } = finder;
  const overlay = new Overlay(signal);
  const pill = new Pill(finder, overlay);
  const buttons = new OwnButtons(finder, overlay, new Tooltip(overlay, signal));
  const note = new Note(finder, overlay, (card) => pill.boxOn(card) ?? card);
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
    },
    say(saying) {
      said = saying;
      stand();
      if (saying) note.show(saying);
      else note.hide();
    },
  };
}
