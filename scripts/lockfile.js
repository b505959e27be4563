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
 * @returns {[string, object][]}
 */
export function missingEntries(packages) {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(
        ([name]) =>
          !(`node_modules/${name}` in packages || `${place}/node_modules/${name}` in packages),
      )
      .filter(([name]) => place !== '' && platformOf(name).cpu !== undefined)
      .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, entry)]),
  );
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
  const libc = words.some((word) => /^musl/.test(word)) ? 'musl' : 'glibc';
  return { cpu: cpu && [cpu], os: os && [os], ...(os === 'linux' && { libc: [libc] }) };
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(LOCKFILE, 'utf8'));
  const added = missingEntries(lock.packages);
  const all = [...Object.entries(lock.packages), ...added].toSorted(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(all);
  writeFileSync(LOCKFILE, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`Added ${added.length} packages for other platforms.\n`);
}
