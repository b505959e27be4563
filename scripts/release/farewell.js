import { archiveName } from '../packages.js';

/**
 * What a person has to do with a release: this project publishes nothing by itself.
 * @param {{ version: string, folder: string, sums: string }} release
 */
export function farewell({ version, folder, sums }) {
  const name = (/** @type {string} */ kind) => archiveName(version, kind);
  return `
Voice Cards ${version} is made, and nothing of it is published. In ${folder}:

${sums}
Keep it:
  git commit -am "Release ${version}"
  git tag -a v${version} -m "Voice Cards ${version}"
  git push --follow-tags

Chrome: https://chrome.google.com/webstore/devconsole
  package   ${name('chrome-web-store')}
  texts     docs/store/chrome.md, docs/store/listing.en.md, docs/store/listing.de.md
Firefox: https://addons.mozilla.org/developers/
  package   ${name('firefox')}
  sources   ${name('sources')}
  texts     docs/store/firefox.md, docs/store/listing.en.md, docs/store/listing.de.md
Both: the pictures in docs/store/screenshots; NOTES.md for what is new; SHA256SUMS beside every download.
`;
}
