import { type ReadonlySignal, computed, signal } from '@preact/signals';
import type { AimNews, AimOrder, Box, Candidate, Point, Step } from '../../core/aim.ts';
import type { Anchor } from '../../core/mark.ts';
import { atNextFrame } from './next-frame.ts';

/** An element that was taken. */
export interface Taken {
  readonly candidate: Candidate;
  readonly anchor: Anchor;
}

/** What the picker needs from the outside. */
export interface PickerDoors {
  readonly order: (order: AimOrder) => void;
  readonly leave: () => void;
  readonly nextFrame: (act: () => void) => void;
}

/** What the picker shows and does. */
export type PickerModel = ReturnType<typeof createPickerModel>;

/** Aims at an element of the page, until one is taken. */
export function createPickerModel({ order, leave, nextFrame }: PickerDoors) {
  const stage = signal<'aiming' | 'taking' | 'taken'>('aiming');
  const candidate = signal<Candidate | null>(null);
  const anchor = signal<Anchor | null>(null);
  const isLost = signal(false);
  const isAiming = () => stage.peek() === 'aiming';
  const ask = (given: AimOrder) => void (isAiming() && order(given));
  const pointed = atNextFrame((at: Point) => ask({ do: 'point', at }), nextFrame);
  return {
    candidate: candidate as ReadonlySignal<Candidate | null>,
    /** Whether the page could not tell how what was to be taken is found again. */
    isLost: isLost as ReadonlySignal<boolean>,
    taken: computed<Taken | null>(() => {
      const [at, known] = [candidate.value, anchor.value];
      return stage.value === 'taken' && at && known ? { candidate: at, anchor: known } : null;
    }),
    hear(news: AimNews): void {
      if (news.is === 'candidate') candidate.value = news.candidate;
      if (news.is === 'moved') candidate.value = moved(candidate.peek(), news.box);
      if (news.is !== 'taken' || stage.peek() !== 'taking') return;
      anchor.value = news.anchor;
      isLost.value = news.anchor === null;
      stage.value = news.anchor === null ? 'aiming' : 'taken';
    },
    point: pointed.call,
    step: (to: Step) => ask({ do: 'step', to }),
    widen: (to: number) => ask({ do: 'widen', to }),
    scroll: (at: Point, by: Point) => order({ do: 'scroll', at, by }),
    /** Takes what is aimed at, where the pointer is by now. */
    take(): void {
      pointed.now();
      ask({ do: 'take' });
      stage.value = 'taking';
    },
    /** Back to aiming. */
    again: () => (stage.value = 'aiming'),
    focus: () => order({ do: 'focus' }),
    leave,
  };
}

function moved(candidate: Candidate | null, box: Box): Candidate | null {
  return candidate && { ...candidate, box };
}
