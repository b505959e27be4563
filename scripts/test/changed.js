import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SetUpFailure } from '../set-up.js';
import { CHECKS, STEPS, playwright, vitest } from './steps.js';

/** @typedef {import('./steps.js').Step} Step */

/** What the extension, the backend and the browsers that try them are made of; no import leads there from a browser test. */
const PRODUCT =
  /^(core|entrypoints|locales|assets|server|scripts)\/|^(package(-lock)?\.json|wxt\.config\.ts)$/;
/** What the archives depend on besides. */
const ARCHIVED = /^(assets|locales)\/|^(package(-lock)?\.json|wxt\.config\.ts|README\.md|LICENSE)$/;
/** What only browser tests are made of. */
const IN_BROWSERS = /^test\/(e2e|support)\/|^playwright\.config\.ts$/;

/** Tests that start programs, or read what was built or written, so that no import leads from them to what they test. */
const WITHOUT_IMPORTS = [
  ...['docs', 'main', 'processes', 'program'].map((name) => `server/${name}`),
  ...['lockfile', 'loopback-only', 'set-up-tests', 'release/changelog'].map(
    (name) => `scripts/${name}`,
  ),
  'extension/build',
];

/**
 * Returns the steps that the changes of this branch can touch.
 * @throws {SetUpFailure} where there is no branch to compare with
 */
export function changedSteps() {
  const base = commitBefore();
  const diff = git('diff', '--name-only', base);
  const added = git('ls-files', '--others', '--exclude-standard');
  return stepsFor([...diff, ...added], base);
}

/** The commit at which this branch left main. */
function commitBefore() {
  for (const branch of ['main', 'origin/main']) {
    try {
      return git('merge-base', 'HEAD', branch)[0] ?? branch;
    } catch {
      // It may be known by the other name.
    }
  }
  throw new SetUpFailure('There is no branch main to compare with: run `git fetch origin main`.');
}

/** @param {string[]} args */
function git(...args) {
  const lines = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
  return lines.split('\n').filter(Boolean);
}

/**
 * Returns the steps that changes to these files can touch. Vitest and Playwright follow imports; where none lead,
 * in files that are read and programs that are started, everything of that kind runs.
 * @param {readonly string[]} files
 * @param {string} base the commit since which they have changed
 * @returns {Step[]}
 */
export function stepsFor(files, base) {
  const touches = (/** @type {RegExp} */ kind) => files.some((file) => kind.test(file));
  const isProduct = touches(PRODUCT);
  const names = [
    ...(isProduct ? ['browser', 'firefox', 'demo'] : []),
    ...(touches(ARCHIVED) ? ['packages'] : []),
  ];
  const unit = files.length > 0 ? unitSteps(base) : [];
  const browsers = !isProduct && touches(IN_BROWSERS) ? changedBrowserSteps(base) : [];
  const whole = STEPS.filter(({ name }) => names.includes(name));
  const needed = new Set([...unit, ...browsers, ...whole].flatMap(({ needs = [] }) => needs));
  const builds = STEPS.filter(({ name }) => needed.has(name));
  return [...CHECKS, ...builds, ...unit, ...browsers, ...whole];
}

/** @param {string} base */
function unitSteps(base) {
  const followed = [`--changed=${base}`, '--passWithNoTests'];
  const changed = vitest('unit', 'all', '--project=!packages', ...followed);
  const others = vitest('unit-without-imports', 'all', '--project=!packages', ...withoutImports());
  return [changed, others];
}

/** Tests that read sources or start programs. */
function withoutImports() {
  const atTop = readdirSync(join(ROOT, 'test')).filter((name) => name.endsWith('.test.ts'));
  const readers = atTop.filter((name) => name !== 'packages.test.ts');
  return [...readers, ...WITHOUT_IMPORTS.map((name) => `${name}.test.ts`)].map(
    (name) => `test/${name}`,
  );
}

/** @param {string} base */
function changedBrowserSteps(base) {
  const args = [`--only-changed=${base}`, '--pass-with-no-tests'];
  return [
    playwright('browser', 'chromium', 'all', ...args),
    playwright('firefox', 'firefox', 'alone', ...args),
  ];
}
