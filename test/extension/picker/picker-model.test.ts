import { describe, expect, it } from 'vitest';
import type { AimOrder, Candidate } from '../../../core/aim.ts';
import { createPickerModel } from '../../../entrypoints/picker/picker-model.ts';
import { anAnchor } from '../../support/marks.ts';

const ANCHOR = anAnchor();

const CANDIDATE: Candidate = {
  tag: 'h1',
  role: 'heading',
  name: 'Plans',
  box: { x: 0, y: 0, width: 10, height: 20 },
  isRightToLeft: false,
  rung: 0,
  rungs: 3,
};

function picker() {
  const orders: AimOrder[] = [];
  const frames: (() => void)[] = [];
  const model = createPickerModel({
    order: (order) => orders.push(order),
    leave: () => {},
    nextFrame: (act) => frames.push(act),
  });
  const showFrame = () => {
    for (const act of frames.splice(0)) act();
  };
  return { model, orders, frames, showFrame };
}

describe('the picker', () => {
  it('asks for what the pointer is on once before each frame, and for the last of it', () => {
    const { model, orders, frames, showFrame } = picker();
    model.point({ x: 1, y: 1 });
    model.point({ x: 2, y: 2 });
    expect(orders).toEqual([]);
    expect(frames).toHaveLength(1);
    showFrame();
    expect(orders).toEqual([{ do: 'point', at: { x: 2, y: 2 } }]);
    showFrame();
    expect(orders).toHaveLength(1);
  });

  it('takes what is where the pointer is by now, and follows it no more', () => {
    const { model, orders, showFrame } = picker();
    model.point({ x: 3, y: 3 });
    model.take();
    model.point({ x: 9, y: 9 });
    model.step('parent');
    showFrame();
    expect(orders).toEqual([{ do: 'point', at: { x: 3, y: 3 } }, { do: 'take' }]);
  });

  it('has taken what the page tells of last, and follows where it goes', () => {
    const { model } = picker();
    model.hear({ is: 'candidate', candidate: CANDIDATE });
    // Nobody asked.
    model.hear({ is: 'taken', anchor: ANCHOR });
    expect(model.taken.value).toBeNull();
    model.take();
    model.hear({ is: 'taken', anchor: ANCHOR });
    const box = { x: 5, y: 6, width: 7, height: 8 };
    model.hear({ is: 'moved', box });
    expect(model.taken.value).toEqual({ candidate: { ...CANDIDATE, box }, anchor: ANCHOR });
    model.again();
    expect(model.taken.value).toBeNull();
  });

  it('goes on picking where nothing could be told of the element, and says so', () => {
    const { model, orders } = picker();
    model.hear({ is: 'candidate', candidate: CANDIDATE });
    model.take();
    model.hear({ is: 'taken', anchor: null });
    expect(model.taken.value).toBeNull();
    expect(model.isLost.value).toBe(true);
    model.step('parent');
    expect(orders.at(-1)).toEqual({ do: 'step', to: 'parent' });
  });
});
