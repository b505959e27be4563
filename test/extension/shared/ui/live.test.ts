import { describe, expect, it } from 'vitest';
import { live } from '../../../../entrypoints/shared/ui/live.ts';

/** Something stored that can be changed while it is read. */
function stored(value: string) {
  const listeners: ((now: string) => void)[] = [];
  return {
    change(now: string) {
      for (const listener of listeners) listener(now);
    },
    load: async () => value,
    watch: (changed: (now: string) => void) => void listeners.push(changed),
  };
}

describe('what is stored, live', () => {
  it('is what was stored, and what it becomes', async () => {
    const { load, watch, change } = stored('first');
    const now = await live(load, watch);
    expect(now.value).toBe('first');
    change('second');
    expect(now.value).toBe('second');
  });

  it('misses no change while it is read', async () => {
    const { load, watch, change } = stored('first');
    const reading = live(load, watch);
    change('second');
    expect((await reading).value).toBe('second');
  });
});
