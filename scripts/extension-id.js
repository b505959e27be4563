import { createHash } from 'node:crypto';

/**
 * The id that Chromium gives to an unpacked extension whose manifest has no key: the same of its folder's path.
 * @param {string} folder
 */
export function extensionIdAt(folder) {
  return extensionIdOf(Buffer.from(folder).toString('base64'));
}

/**
 * The id that Chromium derives from a manifest key: the first 128 bits of its SHA-256, in letters a to p.
 * @param {string} key base64 of a DER public key
 */
export function extensionIdOf(key) {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return digest
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(parseInt(digit, 16)));
}
