/** Whether the microphone may be opened at once, and nobody is asked. */
export async function isMicrophoneGranted(): Promise<boolean> {
  const { state } = await navigator.permissions.query({ name: 'microphone' });
  return state === 'granted';
}
