/**
 * How much of the computer a step takes: one processor; all of them; what others leave over, beside them; or all of
 * it, with nothing beside it, as sound that is played in real time does.
 * @typedef {'one' | 'all' | 'rest' | 'alone'} Load
 */

/**
 * Something that `npm test` runs.
 * @typedef {object} Step
 * @property {string} name by which it is chosen, as in `npm test -- lint`; several steps may share one
 * @property {string} title what it is called where it is shown
 * @property {string} command
 * @property {string[]} args
 * @property {Load} load
 * @property {string} [report] the file in test-results/ in which its runner reports each test; a step without one is itself a test
 * @property {string[]} [needs] names of steps that must have passed before; they are chosen with it
 * @property {string[]} [follows] names of steps that come before it if they are chosen, whatever comes of them
 * @property {true} [isTable] its output is shown even if it passes
 */

const BUILDS = ['build-chrome', 'build-firefox'];

/**
 * A step of one processor that passes or fails as a whole.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @returns {Step}
 */
function check(name, command, ...args) {
  return { name, title: name, command, args, load: 'one' };
}

/**
 * The types of a project. A second thread would only repeat half of the work of the first; the next run looks
 * at what has changed.
 * @param {string} project its folder
 * @returns {Step}
 */
function types(project) {
  const name = project === '.' ? 'extension' : project;
  const kept = `node_modules/.cache/tsc/${name.replaceAll('/', '-')}.json`;
  const args = ['-p', project, '--singleThreaded', '--incremental', '--tsBuildInfoFile', kept];
  return { ...check('types', 'tsc', ...args), title: `types: ${name}` };
}

/**
 * Tests that Vitest runs.
 * @param {string} name
 * @param {Load} load
 * @param {string[]} args
 * @returns {Step}
 */
export function vitest(name, load, ...args) {
  const report = `${name}.json`;
  const reporters = ['dot', './test/support/tell-vitest.ts', 'json'];
  const options = reporters.map((reporter) => `--reporter=${reporter}`);
  const all = ['run', ...args, ...options, `--outputFile.json=test-results/${report}`];
  return { name, title: name, command: 'vitest', args: all, load, report, needs: BUILDS };
}

/**
 * Tests that Playwright runs in a browser.
 * @param {string} name
 * @param {string} project Playwright's name of the browser
 * @param {Load} load
 * @param {string[]} args
 * @returns {Step}
 */
export function playwright(name, project, load, ...args) {
  return {
    name,
    title: name,
    command: 'playwright',
    args: [
      'test',
      `--project=${project}`,
      '--reporter=dot,json,./test/support/tell-playwright.ts',
      ...args,
    ],
    load,
    report: `${project}.json`,
    needs: [project === 'firefox' ? 'build-firefox' : 'build-chrome'],
  };
}

/**
 * A table of what the tests have come to.
 * @param {string} name
 * @returns {Step}
 */
function table(name) {
  const step = check(name, 'node', `test/support/print-${name}.ts`);
  return { ...step, follows: ['unit', 'browser', 'firefox'], isTable: true };
}

/** @type {Step[]} Quick, and about all files. */
export const CHECKS = [
  ...['.', 'test/e2e', 'server', 'scripts', 'core'].map(types),
  check('lint', 'oxlint'),
  check('format', 'oxfmt', '--check', '.'),
  check('dead-code', 'knip'),
];

/** @type {Step[]} What is tested in browsers. */
const BUILD = [
  { ...check('build-chrome', 'wxt', 'zip'), title: 'build: chrome' },
  { ...check('build-firefox', 'wxt', 'zip', '-b', 'firefox'), title: 'build: firefox' },
];

/**
 * Everything, in the order in which it begins where it may.
 * @type {Step[]}
 */
export const STEPS = [
  ...CHECKS,
  ...BUILD,
  vitest('unit', 'all', '--project=!packages'),
  vitest('packages', 'rest', '--project=packages'),
  playwright('browser', 'chromium', 'all'),
  playwright('firefox', 'firefox', 'alone'),
  {
    ...check('demo', 'node', 'scripts/demo.js', '--headless'),
    title: 'demo: chromium',
    load: 'alone',
  },
  {
    ...check('demo', 'node', 'scripts/demo.js', '--browser=firefox', '--headless'),
    title: 'demo: firefox',
    load: 'alone',
  },
  // Last, where they are seen: what the tests have come to.
  ...['senders', 'faults', 'journeys'].map(table),
];
