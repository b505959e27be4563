import { describe, expect, test } from 'vitest';
import { FIRST_SIZE, hasMoved, openAt } from '../../core/window-place.ts';

const PLACE = { left: -800, top: 40, width: 500, height: 700 };

describe('where the conversation window opens', () => {
  test('is where it was, on whatever screen', () => {
    expect(openAt(PLACE)).toEqual(PLACE);
  });

  test('is for the browser to say at first, or where something else is remembered', () => {
    expect(openAt(null)).toEqual(FIRST_SIZE);
    expect(openAt({ ...PLACE, left: Number.NaN })).toEqual(FIRST_SIZE);
  });

  test('is in whole pixels, and large enough for its controls', () => {
    const opened = openAt({ left: 10.4, top: 0.6, width: 90, height: 20.5 });
    expect(opened).toEqual({ left: 10, top: 1, width: 280, height: 320 });
  });

  test('is remembered anew when any of it changes', () => {
    expect(hasMoved(PLACE, null)).toBe(true);
    expect(hasMoved(PLACE, { ...PLACE })).toBe(false);
    for (const side of ['left', 'top', 'width', 'height'] as const) {
      expect(hasMoved(PLACE, { ...PLACE, [side]: PLACE[side] + 1 })).toBe(true);
    }
  });
});
