import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../core/mark.ts';
import type { SeenMark } from '../../../entrypoints/popup/doctor.ts';
import { createLostMarks } from '../../../entrypoints/popup/lost-marks.ts';
import { aMark, anAnchor } from '../../support/marks.ts';

const MARK = aMark({ id: 'm1' });
const SEEN: SeenMark = { id: 'm1', state: 'moved', places: ['Buy'], tabId: 7, frameId: 0 };

async function marks(anchor: unknown, seen: readonly SeenMark[] = [SEEN]) {
  let stored: readonly Mark[] = [MARK, aMark({ id: 'm2' })];
  const list = createLostMarks(signal(seen), {
    loadMarks: async () => stored,
    changeMarks: async (change) => void (stored = change(stored)),
    anchorAt: async () => anchor,
  });
  await list.refresh();
  return { list, stored: () => stored };
}

describe('marks that have lost their elements', () => {
  it('are those whose place is not certain, of the marks there are', async () => {
    const others: SeenMark[] = [
      { ...SEEN, id: 'm2', state: 'found' },
      { ...SEEN, id: 'm2', state: 'looking' },
      { ...SEEN, id: 'deleted' },
    ];
    const { list } = await marks(null, [SEEN, ...others]);
    expect(list.lost.value).toEqual([{ mark: MARK, seen: SEEN }]);
  });

  it('have the place that the person chooses, and can have the old one back', async () => {
    const anchor = anAnchor({ others: ['elsewhere'] });
    const { list, stored } = await marks(anchor);
    await list.choose({ mark: MARK, seen: SEEN }, 0);
    expect(stored()).toEqual([{ ...MARK, anchor }, aMark({ id: 'm2' })]);
    expect(list.replaced.value).toEqual(MARK);
    await list.undo(MARK);
    expect(stored()[0]).toEqual(MARK);
    expect(list.replaced.value).toBeNull();
  });

  it.each([[null], [{ selectors: 'x' }]])('stay where the page answers %j', async (answer) => {
    const { list, stored } = await marks(answer);
    await list.choose({ mark: MARK, seen: SEEN }, 0);
    expect(stored()[0]).toEqual(MARK);
    expect([list.failed.value, list.replaced.value]).toEqual([true, null]);
  });
});
