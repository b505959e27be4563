import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createSitesList, placeLabel } from '../../../entrypoints/options/sites-list.ts';

const SITES = ['https://b.example', 'http://a.example', 'https://a.example'];

function list({ works = true } = {}) {
  const stored = signal<readonly string[]>(SITES);
  const doors = {
    enable: async (site: string) => {
      stored.value = [...stored.value, site];
      return 'enabled' as const;
    },
    disable: async (site: string) => {
      if (works) stored.value = stored.value.filter((other) => other !== site);
      return works;
    },
  };
  return createSitesList(stored, doors);
}

describe('the list of enabled sites', () => {
  it('is ordered by name', () => {
    expect(list().sites.value).toEqual([
      'http://a.example',
      'https://a.example',
      'https://b.example',
    ]);
  });

  it('offers to undo a removal, until that is done', async () => {
    const shown = list();
    await shown.remove('https://b.example');
    expect(shown.removed.value).toBe('https://b.example');
    await shown.undo('https://b.example');
    expect(shown.removed.value).toBeNull();
    expect(shown.sites.value).toContain('https://b.example');
  });

  it('says when a removal did not work', async () => {
    const shown = list({ works: false });
    await shown.remove('https://b.example');
    expect(shown.failed.value).toBe(true);
    expect(shown.removed.value).toBeNull();
  });

  it('names the scheme of a site only where two differ in nothing else', () => {
    expect(placeLabel('https://b.example', SITES)).toBe('b.example');
    expect(placeLabel('http://a.example', SITES)).toBe('http://a.example');
  });
});
