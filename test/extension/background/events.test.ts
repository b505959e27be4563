import { expect, it, vi } from 'vitest';
import { record } from '../../../entrypoints/background/events.ts';
import { recordedEvents } from '../../../entrypoints/shared/recorded-events.ts';

it('keeps the newest fifty events, in their order, however fast they come', async () => {
  for (let i = 0; i < 30; i++) {
    record('start');
    record('ended');
  }
  record('panic');
  await vi.waitFor(async () => {
    const events = await recordedEvents.getValue();
    expect(events.at(-1)?.type).toBe('panic');
  });
  const events = await recordedEvents.getValue();
  expect(events).toHaveLength(50);
  expect(events.slice(0, 2).map(({ type }) => type)).toEqual(['ended', 'start']);
});
