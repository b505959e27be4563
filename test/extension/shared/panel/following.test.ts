import { expect, test } from 'vitest';
import { createFollowing } from '../../../../entrypoints/shared/panel/following.ts';

/** A transcript of so many pixels, in a window of 100. */
const at = (scrollTop: number, scrollHeight = 1_000) => ({
  scrollTop,
  scrollHeight,
  clientHeight: 100,
});

test('a reader who scrolls back stays there, and is told what came since', () => {
  const following = createFollowing();
  following.scrolled(at(900), 10);
  expect(following.leftAt.value).toBeNull();
  following.scrolled(at(700), 10);
  expect(following.leftAt.value).toBe(10);
  // It goes on below, and the reader goes on reading back.
  following.scrolled(at(700, 1_400), 14);
  following.scrolled(at(600, 1_400), 14);
  expect(following.leftAt.value).toBe(10);
});

test('a reader who comes back to the end, or close to it, reads along again', () => {
  const following = createFollowing();
  following.scrolled(at(900), 10);
  following.scrolled(at(300), 10);
  following.scrolled(at(600), 10);
  expect(following.leftAt.value).toBe(10);
  following.scrolled(at(880), 10);
  expect(following.leftAt.value).toBeNull();
  following.scrolled(at(300), 12);
  following.rejoin();
  expect(following.leftAt.value).toBeNull();
});

test('what grows below takes nobody away from the end', () => {
  const following = createFollowing();
  following.scrolled(at(900), 10);
  following.scrolled(at(900, 1_500), 15);
  expect(following.leftAt.value).toBeNull();
});
