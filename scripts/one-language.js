import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PSEUDO_LOCALE, pseudoLocale } from './pseudo-locale.js';

/**
 * Copies a built extension so that it speaks one language, whichever the browser's own is: Debian's Chromium knows
 * English alone, and an extension that lacks it speaks its default.
 * @param {string} extensionDir
 * @param {string} language one of its own, or the pseudo-locale
 * @returns {Promise<string>} the copy's directory
 */
export async function copyInOneLanguage(extensionDir, language) {
  const copy = await mkdtemp(join(tmpdir(), 'voice-cards-language-'));
  await cp(extensionDir, copy, { recursive: true });
  const locales = join(copy, '_locales');
  if (language === PSEUDO_LOCALE) {
    await cp(join(locales, 'en'), join(locales, language), { recursive: true });
    await rewrite(join(locales, language, 'messages.json'), pseudoLocale);
  }
  /** @param {object} manifest */
  const speaking = (manifest) => ({ ...manifest, default_locale: language });
  await rewrite(join(copy, 'manifest.json'), speaking);
  const others = (await readdir(locales)).filter((name) => name !== language);
  await Promise.all(others.map((name) => rm(join(locales, name), { recursive: true })));
  return copy;
}

/**
 * @template T
 * @param {string} path of a JSON file
 * @param {(content: T) => object} change
 */
async function rewrite(path, change) {
  const content = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(change(content)));
}
