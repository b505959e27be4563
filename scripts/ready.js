// npm scripts load this before a program in TypeScript (node --import): it says what to run where that cannot start.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ dependencies: Record<string, string>, optionalDependencies: Record<string, string> }} Manifest */

/**
 * Returns the one sentence that says what is missing and what to run, or null where nothing is.
 * @param {Manifest} manifest package.json; its optional packages bring Node.js along for some systems
 * @param {(name: string) => boolean} isInstalled
 * @param {Pick<NodeJS.Process, 'features' | 'version' | 'platform' | 'arch'>} node
 */
export function whatIsMissing(manifest, isInstalled, node) {
  const { version, platform, arch } = node;
  const own = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const isTooOld = !node.features.typescript;
  if (isTooOld && !(own in manifest.optionalDependencies)) {
    return `This needs Node.js 24 or newer, and this is ${version}: install it from https://nodejs.org, run \`npm ci\`, then the same command again.`;
  }
  if (!Object.keys(manifest.dependencies).every(isInstalled)) {
    return 'The packages are not installed, or not all of them: run `npm ci`, then the same command again.';
  }
  if (!isTooOld) return null;
  return `This needs Node.js 24 or newer, and this is ${version}: run \`npm ci\`, which brings it along, then the same command again by npm.`;
}

const root = new URL('../', import.meta.url);
const missing = whatIsMissing(
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')),
  (name) => existsSync(new URL(`node_modules/${name}/package.json`, root)),
  process,
);
if (missing !== null) {
  process.stderr.write(`${missing}\n`);
  process.exit(1);
}
