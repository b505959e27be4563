import { expect, test, vi } from 'vitest';
import { type CardPress, countPresses } from '../../../entrypoints/content/click.ts';

test('of several presses on one card within half a second, only the first counts', () => {
  const { press, counted } = presses();
  const [one, other] = [{}, {}];
  press(one, 1_000);
  press(one, 1_200);
  press(other, 1_300);
  press(one, 1_499);
  press(one, 1_500);
  expect(counted()).toEqual([
    [one, 1_000],
    [other, 1_300],
    [one, 1_500],
  ]);
});

test('what a page makes up counts for nothing, nor does it use up the half second', () => {
  const { press, counted } = presses();
  const card = {};
  press(card, 1_000, false);
  press(card, 1_001);
  expect(counted()).toEqual([[card, 1_001]]);
});

function presses() {
  const count = vi.fn<(press: CardPress) => void>();
  const counting = countPresses(count);
  return {
    press(card: object, timeStamp: number, isTrusted = true) {
      // A press as far as it is looked at here; there is no document to make one in.
      const made: unknown = { card, button: card, event: { timeStamp, isTrusted } };
      if (isPress(made)) counting(made);
    },
    counted: () => count.mock.calls.map(([{ card, event }]) => [card, event.timeStamp]),
  };
}

function isPress(made: unknown): made is CardPress {
  return typeof made === 'object';
}
