import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts';
import { createReset } from '../../../entrypoints/options/reset.ts';

it('puts every setting to its default, and back', async () => {
  const before: Settings = { ...DEFAULT_SETTINGS, volume: 0.5, sites: ['https://a.example'] };
  const settings = signal(before);
  const reset = createReset(settings, async (change) => {
    settings.value = { ...settings.value, ...change };
  });
  await reset.reset();
  expect(settings.value).toEqual(DEFAULT_SETTINGS);
  await reset.undo();
  expect(settings.value).toEqual(before);
  expect(reset.before.value).toBeNull();
});
