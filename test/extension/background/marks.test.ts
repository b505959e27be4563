import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { marksFor } from '../../../entrypoints/background/marks.ts';
import { changeMarks } from '../../../entrypoints/shared/mark-store.ts';
import { changeSettings } from '../../../entrypoints/shared/settings-store.ts';
import { aMark } from '../../support/marks.ts';

const SITE = 'https://shop.example';
const HERE = { tab: { id: 7, url: `${SITE}/a` }, frameId: 0, url: `${SITE}/a`, origin: SITE };

beforeEach(() => fakeBrowser.reset());

test('a page is given the marks of its site that are switched on, and of no other', async () => {
  const on = (id: string, site: string, isOn = true) =>
    aMark({ id, isOn, scope: { kind: 'site', site } });
  await changeMarks(() => [
    on('here', SITE),
    on('off', SITE, false),
    on('elsewhere', 'https://other.example'),
  ]);
  await changeSettings({ sites: [SITE] });
  expect((await marksFor(HERE)).map(({ id }) => id)).toEqual(['here']);
});

test('where voice is off, a page is given none', async () => {
  await changeMarks(() => [aMark({ scope: { kind: 'site', site: SITE } })]);
  expect(await marksFor(HERE)).toEqual([]);
});
