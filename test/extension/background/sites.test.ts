import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { enableGranted, watchPermissions } from '../../../entrypoints/background/sites.ts';
import { revokedSites } from '../../../entrypoints/shared/revoked-sites.ts';
import { changeSettings, loadSettings } from '../../../entrypoints/shared/settings-store.ts';
import { wantedSite } from '../../../entrypoints/shared/wanted-site.ts';
import { eventually } from '../../support/eventually.ts';

const SITE = 'https://shop.example';
const OTHER = 'https://other.example';

type Change = (change: { origins?: string[] }) => void;

/** The browser's own list of what was granted, and how it tells of changes. */
let granted: string[] = [];
let added: Change = () => {};
let removed: Change = () => {};

beforeEach(() => {
  fakeBrowser.reset();
  granted = [];
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => granted.includes(origin)),
      onAdded: { addListener: (listener: Change) => (added = listener) },
      onRemoved: { addListener: (listener: Change) => (removed = listener) },
    },
  });
  watchPermissions();
});
afterEach(() => void vi.useRealTimers());

const sites = async () => (await loadSettings()).sites;

test('a permission that was just asked for switches voice on there', async () => {
  await wantedSite.setValue({ site: SITE, at: Date.now() });
  added({ origins: [`${SITE}/*`] });
  await eventually(async () => expect(await sites()).toEqual([SITE]));
});

test('one that comes two minutes later, or for something else, switches nothing on', async () => {
  await wantedSite.setValue({ site: SITE, at: Date.now() - 120_000 });
  added({ origins: [`${SITE}/*`] });
  await wantedSite.setValue({ site: SITE, at: Date.now() });
  added({ origins: [`${OTHER}/*`] });
  // What is switched on last comes last, if anything does.
  await enableAfterAll();
  expect(await sites()).toEqual([OTHER]);
});

test('a site whose permission was taken away goes, and is told', async () => {
  granted = [`${OTHER}/*`];
  await changeSettings({ sites: [SITE, OTHER] });
  removed({});
  await eventually(async () => expect(await sites()).toEqual([OTHER]));
  expect(await revokedSites.getValue()).toEqual([SITE]);
});

test('voice is switched on in all of some places, or in none', async () => {
  granted = [`${OTHER}/*`];
  expect(await enableGranted([OTHER, SITE])).toBe(false);
  expect(await sites()).toEqual([]);
  granted = [`${OTHER}/*`, `${SITE}/*`];
  expect(await enableGranted([OTHER, SITE])).toBe(true);
  expect(await sites()).toEqual([OTHER, SITE]);
});

/** Switches voice on elsewhere, once whatever was begun before is over. */
async function enableAfterAll(): Promise<void> {
  await new Promise((done) => setTimeout(done, 0));
  granted = [`${OTHER}/*`];
  await enableGranted([OTHER]);
}
