// Completes package-lock.json after dependencies have changed: npm run lockfile
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './set-up.js';

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [dev]
 * @property {Record<string, string>} [optionalDependencies]
 */

const LOCKFILE = join(ROOT, 'package-lock.json');
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const CPUS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * The packages for other platforms that some package names and the lockfile lacks: a registry mirror
 * may not have them, and then `npm install` leaves them out without a word and `npm ci` refuses.
 * @param {Record<string, Entry>} packages by their place, as in a lockfile
 * @returns {Record<string, object>} what to add, by its place
 */
export function missingEntries(packages) {
  /** @type {Record<string, object>} */
  const missing = {};
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const places = [`node_modules/${name}`, `${place}/node_modules/${name}`];
      const isThere = places.some((own) => own in packages);
      // The project's own optional packages stand at place ''; they are pinned and always there.
      if (isThere || place === '' || !platformOf(name).cpu) continue;
      missing[`node_modules/${name}`] = entryFor(name, version, entry);
    }
  }
  return missing;
}

/**
 * @param {string} name
 * @param {string} version
 * @param {Entry} parent
 */
function entryFor(name, version, { dev, license }) {
  return { version, ...platformOf(name), ...(dev && { dev }), license, optional: true };
}

/**
 * The platform that the words of a package's name stand for: `@x/binding-linux-x64-musl`.
 * @param {string} name
 */
function platformOf(name) {
  const words = (name.split('/').at(-1) ?? '').split('-');
  const cpu = words.find((word) => CPUS.includes(word));
  const os = words.find((word) => SYSTEMS.includes(word));
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { cpu: cpu && [cpu], os: os && [os], ...(os === 'linux' && { libc: [libc] }) };
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(LOCKFILE, 'utf8'));
  const added = missingEntries(lock.packages);
  const all = Object.entries({ ...lock.packages, ...added });
  lock.packages = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(LOCKFILE, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`Added ${Object.keys(added).length} packages for other platforms.\n`);
}
