import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../../core/settings.ts';
import {
  NewerSettings,
  changeSettings,
  loadSettings,
  settingsTrouble,
} from '../../../entrypoints/shared/settings-store.ts';

beforeEach(() => fakeBrowser.reset());

test('a change leaves the other settings', async () => {
  await changeSettings({ sites: ['https://example.com'] });
  await changeSettings({ allowPublicAgents: true });
  const changed = { sites: ['https://example.com'], allowPublicAgents: true };
  expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, ...changed });
});

test('a value that cannot be read is put aside before anything is written, and named', async () => {
  await fakeBrowser.storage.local.set({
    settings: { sites: 'all of them', cardSelector: '.card' },
  });
  expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, cardSelector: '.card' });
  expect(await settingsTrouble()).toEqual({ unreadable: ['sites'], isNewer: false });

  await changeSettings({ allowPublicAgents: true });
  const stored = await fakeBrowser.storage.local.get();
  expect(stored['unreadableSettings']).toEqual({ sites: 'all of them' });
  expect(stored['settings']).toMatchObject({ sites: [], cardSelector: '.card' });
  expect(await settingsTrouble()).toEqual({ unreadable: ['sites'], isNewer: false });
});

test('settings of a newer version are used and not written over', async () => {
  const newer = { version: 99, cardSelector: '.card', marks: ['of the future'] };
  await fakeBrowser.storage.local.set({ settings: newer });
  expect((await loadSettings()).cardSelector).toBe('.card');
  await expect(changeSettings({ cardSelector: '.other' })).rejects.toThrow(NewerSettings);
  expect(await fakeBrowser.storage.local.get()).toEqual({ settings: newer });
});

test('settings without a version get theirs with the first change', async () => {
  await fakeBrowser.storage.local.set({ settings: { cardSelector: '.card' } });
  await changeSettings({});
  const { settings } = await fakeBrowser.storage.local.get();
  expect(settings).toMatchObject({ version: 1, cardSelector: '.card' });
});
