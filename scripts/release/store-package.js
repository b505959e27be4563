import JSZip from 'jszip';

/** What every file in the archive is dated, as its format has no way to leave it out. */
const date = new Date('1980-01-01T00:00:00Z');

/**
 * Chrome's archive as its store takes it: without `key`, by which an extension that is loaded from a folder keeps its
 * id. The same archive makes the same bytes.
 * @param {Buffer} archive
 * @returns {Promise<Buffer>}
 */
export async function storePackage(archive) {
  const { files } = await JSZip.loadAsync(archive);
  const made = new JSZip();
  const sorted = Object.values(files).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const file of sorted.filter(({ dir }) => !dir)) {
    const bytes = await file.async('nodebuffer');
    const content = file.name === 'manifest.json' ? withoutKey(bytes) : bytes;
    made.file(file.name, content, { date, createFolders: false });
  }
  return made.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
}

/** @param {Buffer} bytes */
function withoutKey(bytes) {
  const { key: _key, ...manifest } = JSON.parse(String(bytes));
  return JSON.stringify(manifest);
}
