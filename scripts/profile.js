import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {'granted' | 'denied' | 'prompt'} MicrophoneGrant */

/** Chromium's numbers for a content setting; "prompt" is the absence of one. */
const SETTING = { granted: 1, denied: 2 };

/**
 * Makes a fresh Chromium profile in which the extension already has the given grants.
 * @param {{ extensionId: string, hostPermissions: string[], microphone: MicrophoneGrant }} grants
 * @returns {Promise<string>} the profile's directory
 */
export async function createProfile(grants) {
  const profile = await mkdtemp(join(tmpdir(), 'voice-cards-profile-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences(grants)));
  return profile;
}

/** @param {{ extensionId: string, hostPermissions: string[], microphone: MicrophoneGrant }} grants */
function preferences({ extensionId, hostPermissions, microphone }) {
  const hosts = {
    api: [],
    explicit_host: hostPermissions,
    manifest_permissions: [],
    scriptable_host: [],
  };
  const permissions = {
    active_permissions: hosts,
    granted_permissions: hosts,
    runtime_granted_permissions: hosts,
  };
  const microphones =
    microphone === 'prompt'
      ? {}
      : {
          [`chrome-extension://${extensionId}/,*`]: {
            setting: SETTING[microphone],
            last_modified: '1',
          },
        };
  return {
    extensions: {
      settings: hostPermissions.length > 0 ? { [extensionId]: permissions } : {},
      // Without it an unpacked extension that reloads itself stays off.
      ui: { developer_mode: true },
    },
    // Or the browser fetches them as soon as somebody writes.
    spellcheck: { blocked_dictionaries: ['en-US', 'de'] },
    profile: { content_settings: { exceptions: { media_stream_mic: microphones } } },
  };
}
