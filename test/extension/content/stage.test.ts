import { describe, expect, test, vi } from 'vitest';
import { Stage } from '../../../entrypoints/content/stage.ts';
import type { Scene } from '../../../entrypoints/shared/page/meeting.ts';

const EMPTY: Scene = { bare: [], live: null };
const OTHER: Scene = { bare: [], live: null };

function face() {
  return { show: vi.fn<(scene: Scene) => void>(), say: vi.fn() };
}

describe('the face is asked for', () => {
  test('once, when the page may show something and there is a card', () => {
    const wantFace = vi.fn();
    const stage = new Stage(wantFace, new AbortController().signal);
    stage.show(EMPTY, true);
    expect(wantFace).not.toHaveBeenCalled();
    stage.open();
    stage.show(EMPTY, true);
    expect(wantFace).toHaveBeenCalledTimes(1);
  });

  test('not on a page without a card', () => {
    const wantFace = vi.fn();
    const stage = new Stage(wantFace, new AbortController().signal);
    stage.open();
    stage.show(EMPTY, false);
    expect(wantFace).not.toHaveBeenCalled();
  });
});

test('a face that comes late shows and says what there is, and all that follows', () => {
  const stage = new Stage(() => {}, new AbortController().signal);
  stage.show(OTHER, true);
  stage.say(null);
  const late = face();
  stage.meet(late);
  expect(late.show).toHaveBeenCalledWith(OTHER);
  expect(late.say).toHaveBeenCalledWith(null);
  stage.show(EMPTY, true);
  expect(late.show).toHaveBeenLastCalledWith(EMPTY);
});

test('of two faces, the first draws', () => {
  const stage = new Stage(() => {}, new AbortController().signal);
  const [first, second] = [face(), face()];
  stage.meet(first);
  stage.meet(second);
  stage.show(OTHER, true);
  expect(first.show).toHaveBeenLastCalledWith(OTHER);
  expect(second.show).not.toHaveBeenCalled();
});
