import { spawnSync } from 'node:child_process';
import { findOnPath, installMissing } from './set-up.js';
import { missingFirefox, missingSound } from './set-up-firefox.js';

/** Either speaks for both: Valkey is Redis by another name. */
export const REDIS = ['redis-server', 'valkey-server'];

/**
 * Installs what only the tests need: a screen without a monitor with hands to use it, Firefox with a sound server
 * of its own, the Flask of the guide's own backend, and a Redis.
 */
export async function setUpTests() {
  await installMissing(
    missingPackages,
    (names) => `The browser tests need more: install ${names} (as Debian calls them).`,
  );
}

/** Installs what only the bench of the server needs beside that: a load, and what serves Flask in earnest. */
export async function setUpServerBench() {
  await setUpTests();
  const python = findFlask() ?? 'python3';
  const hasGunicorn = () => spawnSync(python, ['-c', 'import gunicorn']).status === 0;
  await installMissing(
    () => [...(findOnPath(['wrk']) ? [] : ['wrk']), ...(hasGunicorn() ? [] : ['gunicorn'])],
    (names) => `The bench needs more: install ${names} (as Debian calls them).`,
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
    ...(findOnPath(['openssl']) ? [] : ['openssl']),
    ...(findOnPath(REDIS) ? [] : ['redis-server']),
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
