import { spawnSync } from 'node:child_process';
import { SetUpFailure, findFirefox, findOnPath, installOnDebian } from './set-up.js';

/** A sound server, and what plays and records there. */
const SOUND = ['pulseaudio', 'pactl', 'paplay', 'parec'];
/** Either speaks for both: Valkey is Redis by another name. */
export const REDIS = ['redis-server', 'valkey-server'];

/**
 * Installs what only the tests need: a screen without a monitor with hands to use it, Firefox with a sound server
 * of its own, the Flask of the guide's own backend, and a Redis.
 */
export function setUpTests() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const advice = `The browser tests need more: install ${missing.join(', ')} (as Debian calls them).`;
  installOnDebian(missing, advice);
  if (missingPackages().length > 0) throw new SetUpFailure(advice);
}

/** Installs what only the bench of the server needs beside that: a load, and what serves Flask in earnest. */
export function setUpServerBench() {
  setUpTests();
  const python = findFlask() ?? 'python3';
  const hasGunicorn = () => spawnSync(python, ['-c', 'import gunicorn']).status === 0;
  const missing = [...(findOnPath(['wrk']) ? [] : ['wrk']), ...(hasGunicorn() ? [] : ['gunicorn'])];
  if (missing.length === 0) return;
  const advice = `The bench needs more: install ${missing.join(', ')} (as Debian calls them).`;
  installOnDebian(missing, advice);
  if (!findOnPath(['wrk']) || !hasGunicorn()) throw new SetUpFailure(advice);
}

/** The names by which Debian has what is not there. */
function missingPackages() {
  return [
    ...(findOnPath(['Xvfb']) ? [] : ['xvfb']),
    ...(findOnPath(['xdotool']) ? [] : ['xdotool']),
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(SOUND.every((name) => findOnPath([name])) ? [] : ['pulseaudio', 'pulseaudio-utils']),
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
