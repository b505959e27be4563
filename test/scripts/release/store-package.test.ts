import JSZip from 'jszip';
import { afterEach, expect, test, vi } from 'vitest';
import { storePackage } from '../../../scripts/release/store-package.js';

const MANIFEST = { manifest_version: 3, name: 'Some extension', key: 'MIIB' };

afterEach(() => {
  vi.useRealTimers();
});

async function archive() {
  const zip = new JSZip();
  zip.file('manifest.json', JSON.stringify(MANIFEST));
  zip.file('icon/16.png', Buffer.from([0x89, 0, 255]));
  return zip.generateAsync({ type: 'nodebuffer' });
}

test('the package for the store is the archive, but for the key in its manifest', async () => {
  const { files } = await JSZip.loadAsync(await storePackage(await archive()));
  const { key: _key, ...manifest } = MANIFEST;
  expect(Object.keys(files)).toEqual(['icon/16.png', 'manifest.json']);
  expect(JSON.parse((await files['manifest.json']?.async('text')) ?? '')).toEqual(manifest);
  expect(await files['icon/16.png']?.async('nodebuffer')).toEqual(Buffer.from([0x89, 0, 255]));
});

test('the same archive makes the same bytes, whenever it was made', async () => {
  const one = await storePackage(await archive());
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  expect((await storePackage(await archive())).equals(one)).toBe(true);
});
