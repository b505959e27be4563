import { spawnSync } from 'node:child_process';
import { findOnPath, installMissing } from './set-up.js';
import { missingFirefox, missingSound } from './set-up-firefox.js';

/**
 * Installs what only the tests need: a screen without a monitor with hands to use it, Firefox with a sound server
 * of its own, and the Flask of the guide's own backend.
 */
export function setUpTests() {
  installMissing(
    missingPackages,
    (names) => `The browser tests need more: install ${names} (as Debian calls them).`,
  );
}

/** The names by which Debian has what is not there. */
function missingPackages() {
  return [
    ...(findOnPath(['Xvfb']) ? [] : ['xvfb']),
    ...(findOnPath(['xdotool']) ? [] : ['xdotool']),
    ...missingFirefox(),
    ...missingSound(),
    ...(findFlask() ? [] : ['python3-flask', 'python3-requests']),
  ];
}

/**
 * Finds a Python that has Flask and requests, first Debian's own.
 * @returns {string | undefined}
 */
export function findFlask() {
  const pythons = ['/usr/bin/python3', 'python3', 'python'];
  return pythons.find((python) => spawnSync(python, ['-c', 'import flask, requests']).status === 0);
}
