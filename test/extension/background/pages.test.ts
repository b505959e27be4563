import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts';
import { applySettings } from '../../../entrypoints/background/pages.ts';
import { changeSettings, loadSettings } from '../../../entrypoints/shared/settings-store.ts';

interface Script {
  readonly id: string;
  readonly js: readonly string[];
  readonly matches: readonly string[];
}

/** What is registered, written as browsers write it, and how often it was changed. */
let registered: Script[] = [];
let changes = 0;

const keep = async ([script]: Script[]) => {
  changes++;
  if (!script) return;
  const written = { ...script, js: script.js.map((file) => file.replace(/^\//, '')) };
  registered = [...registered.filter(({ id }) => id !== script.id), written];
};

beforeEach(() => {
  fakeBrowser.reset();
  registered = [];
  changes = 0;
  Object.assign(fakeBrowser, {
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        registered.filter(({ id }) => ids.includes(id)),
      registerContentScripts: keep,
      updateContentScripts: keep,
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        changes++;
        registered = registered.filter(({ id }) => !ids.includes(id));
      },
    },
  });
});

/** Changes settings, and has them applied. */
async function change(settings: Partial<Settings>): Promise<void> {
  const before = await loadSettings();
  await changeSettings(settings);
  await applySettings(await loadSettings(), before);
}

test('the script is registered for the sites where voice is on, and goes with the last of them', async () => {
  await change({ sites: ['https://one.example'] });
  expect(registered).toMatchObject([{ id: 'cards', matches: ['https://one.example/*'] }]);
  await change({ sites: ['https://one.example', 'https://two.example'] });
  expect(registered[0]?.matches).toHaveLength(2);
  await change({ sites: [] });
  expect(registered).toEqual([]);
});

test('settings that say nothing of sites leave the registration alone, for a page may load meanwhile', async () => {
  await change({ sites: ['https://one.example'] });
  expect(changes).toBe(1);
  await change({ opensPanel: !DEFAULT_SETTINGS.opensPanel });
  expect(changes).toBe(1);
});
