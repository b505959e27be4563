import { type ReadonlySignal, effect, signal } from '@preact/signals';
import type { Answer, Question } from '../../../core/question.ts';
import type { PanelDoors } from './doors.ts';
import type { Attempts } from './trouble.ts';

/** A click that was under way when the question appeared is over after so many milliseconds. */
const REST_MS = 500;

/** The question that waits for the person, if one does. */
export interface Asking {
  readonly question: ReadonlySignal<Question | null>;
  /** Whether an answer counts by now. */
  readonly isReady: ReadonlySignal<boolean>;
  answer(answer: Answer): void;
}

/** @param wait calls back after so many milliseconds */
export function createAsking(
  { question, answer }: Pick<PanelDoors, 'question' | 'answer'>,
  { attempt }: Attempts,
  wait: (work: () => void, ms: number) => void = setTimeout,
): Asking {
  const isReady = signal(false);
  const isSent = signal(false);
  effect(() => {
    const shown = question.value?.id;
    isReady.value = false;
    isSent.value = false;
    if (shown === undefined) return;
    wait(() => (isReady.value = question.peek()?.id === shown), REST_MS);
  });
  return {
    question,
    isReady,
    answer(given) {
      const id = question.peek()?.id;
      if (id === undefined || !isReady.peek() || isSent.peek()) return;
      isSent.value = true;
      void attempt(() => answer(id, given)).then((done) => (isSent.value = done));
    },
  };
}
