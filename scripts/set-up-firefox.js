import { findFirefox, findOnPath, installMissing, installPackages } from './set-up.js';

/** A sound server, and what plays and records there. */
const SOUND = ['pulseaudio', 'pactl', 'paplay', 'parec'];

/**
 * Installs what the demo in Firefox needs.
 * @param {{ headless: boolean }} how without a person, it plays and records by a sound server of its own
 */
export async function setUpFirefox({ headless }) {
  await installPackages();
  await installMissing(
    () => [...missingFirefox(), ...(headless ? missingSound() : [])],
    (names) =>
      `The demo in Firefox needs more: install ${names} (as Debian calls them), or set FIREFOX_PATH.`,
  );
}

/** Debian's name for Firefox, if there is none. */
export function missingFirefox() {
  return findFirefox() ? [] : ['firefox-esr'];
}

/** Debian's names for the sound server, if there is none. */
export function missingSound() {
  return SOUND.every((name) => findOnPath([name])) ? [] : ['pulseaudio', 'pulseaudio-utils'];
}
