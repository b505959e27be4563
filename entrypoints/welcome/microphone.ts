/** What stands between the person and a microphone that works. */
export type MicrophoneState =
  /** Nobody has been asked yet. */
  | 'prompt'
  /** The browser's question is on the screen. */
  | 'asking'
  /** The question was closed without an answer. */
  | 'dismissed'
  | 'granted'
  | 'denied'
  /** The browser would, but the operating system forbids it. */
  | 'denied_by_system'
  | 'missing'
  | 'busy';

/**
 * What it means that no microphone was given.
 * @param errorName the name of the error from getUserMedia
 * @param permission what the browser's permission is by then
 */
export function stateAfterRefusal(errorName: string, permission: PermissionState): MicrophoneState {
  switch (errorName) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return notAllowed(permission);
  }
}

function notAllowed(permission: PermissionState): MicrophoneState {
  if (permission === 'denied') return 'denied';
  return permission === 'granted' ? 'denied_by_system' : 'dismissed';
}
