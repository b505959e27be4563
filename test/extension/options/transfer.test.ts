import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts';
import { writeSettingsFile } from '../../../core/settings-file.ts';
import { createTransfer } from '../../../entrypoints/options/transfer.ts';

const SITE = 'https://shop.example';
const FILE: Settings = { ...DEFAULT_SETTINGS, sites: [SITE], volume: 0.5 };

/** Settings that are at their defaults, and a browser that grants sites, or does not. */
function stage(isGranted: boolean) {
  const settings = signal(DEFAULT_SETTINGS);
  const askSites = vi.fn(async (_patterns: string[]) => isGranted);
  const transfer = createTransfer(settings, {
    change: async (change) => void (settings.value = { ...settings.value, ...change }),
    askSites,
    save: () => {},
  });
  return { settings, askSites, transfer };
}

test('a file is stored once the person has seen it and granted its sites', async () => {
  const { settings, askSites, transfer } = stage(true);
  transfer.open(writeSettingsFile(FILE));
  expect(transfer.changes.value?.map(({ name }) => name)).toEqual(['sites', 'volume']);
  expect(settings.value).toEqual(DEFAULT_SETTINGS);
  await transfer.apply();
  expect(askSites).toHaveBeenCalledWith([`${SITE}/*`]);
  expect(settings.value).toMatchObject({ sites: [SITE], volume: 0.5 });
  expect(transfer.isDone.value).toBe(true);
});

test('where its sites are not granted, they stay as they were, and the rest is stored', async () => {
  const { settings, transfer } = stage(false);
  transfer.open(writeSettingsFile(FILE));
  await transfer.apply();
  expect(settings.value).toMatchObject({ sites: [], volume: 0.5 });
});

test("a file's backend is taken only where that is wanted", async () => {
  const { settings, transfer } = stage(true);
  const backendUrl = 'https://voice.example';
  transfer.open(writeSettingsFile({ ...FILE, backendUrl }));
  expect(transfer.otherBackend.value).toBe(backendUrl);
  await transfer.apply();
  expect(settings.value.backendUrl).toBe(DEFAULT_SETTINGS.backendUrl);

  transfer.open(writeSettingsFile({ ...FILE, backendUrl }));
  transfer.takesBackend.value = true;
  await transfer.apply();
  expect(settings.value.backendUrl).toBe(backendUrl);
});

test('what is no file of settings changes nothing, and is said so', async () => {
  const { settings, transfer } = stage(true);
  transfer.open('{}');
  expect(transfer.fault.value).toBe('not settings');
  await transfer.apply();
  expect(settings.value).toEqual(DEFAULT_SETTINGS);
});
