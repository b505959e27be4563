// What `npm run demo` starts: what the demo needs is installed first, out of reach of the guard that keeps it offline.
import { readOptions } from './demo-options.js';
import { run } from './run.js';
import { explainAndExit, setUp } from './set-up.js';
import { setUpFirefox } from './set-up-firefox.js';

const SET_UPS = { chromium: setUp, firefox: setUpFirefox };

/** @param {string[]} args */
async function start(args) {
  const options = readOptions(args);
  await SET_UPS[options.browser](options);
  return run('node', ['scripts/demo.js', ...args]);
}

process.exitCode = await start(process.argv.slice(2)).catch(explainAndExit);
