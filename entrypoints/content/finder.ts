import type { Finder } from '../shared/page/meeting.ts';
import { attributesOf } from './attributes.ts';
import type { Cards } from './cards.ts';
import type { CardPress } from './click.ts';
import { markOn } from './marked.ts';
import type { Sight } from './sight.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';
import type { Trees } from './trees.ts';
import type { Watch } from './watch.ts';

/** What stands behind what the face may ask for. */
interface Parts {
  readonly cards: Cards;
  readonly stage: Stage;
  readonly sight: Sight;
  readonly talk: Talk;
  readonly press: (press: CardPress) => void;
  readonly trees: Trees;
  readonly watch: Watch;
  readonly signal: AbortSignal;
}

/** This script, as the face meets it. */
export function finder({ cards, stage, sight, talk, press, trees, watch, signal }: Parts): Finder {
  return {
    signal,
    meet: (face) => stage.meet(face),
    buttonOn: (card) => cards.buttonOn(card),
    heirOf: (card) => cards.heirOf(card),
    nameOf: (card) => markOn(card)?.label || attributesOf(card).name,
    cornerOf: (card) => markOn(card)?.corner ?? 'top-end',
    watch: (button, card) => sight.watch(button, card),
    press: (card, on) => press({ card, ...on }),
    end: () => talk.end(),
    mute: (muted) => talk.mute(muted),
    openPanel: () => talk.openPanel(),
    mend: (card, what, { button, event }) => {
      talk.mend(card, what, sight.isDoubtful(button, event));
    },
    mark: (by, marked) => cards.mark(by, marked),
    cardSelector: () => cards.selectors.card,
    lookInto: (roots) => roots.filter((root) => trees.enter(root)).length > 0 && cards.refresh(),
    onChange: (changed) => watch.onChange(changed),
  };
}
