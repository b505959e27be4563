import type { Finder } from '../shared/page/meeting.ts';
import { attributesOf } from './attributes.ts';
import type { Press } from './click.ts';
import type { Sight } from './sight.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';

/** What stands behind what the face may ask for. */
interface Parts {
  readonly stage: Stage;
  readonly sight: Sight;
  readonly talk: Talk;
  readonly press: (press: Press) => void;
  readonly signal: AbortSignal;
}

/** This script, as the face meets it. */
export function finder({ stage, sight, talk, press, signal }: Parts): Finder {
  return {
    signal,
    meet: (face) => stage.meet(face),
    nameOf: (card) => attributesOf(card).name,
    watch: (button) => sight.watch(button),
    press: (card, button, event) => press({ card, button, event }),
    end: () => talk.end(),
    mute: (muted) => talk.mute(muted),
    openPanel: () => talk.openPanel(),
    mend: (card, what) => talk.mend(card, what),
  };
}
