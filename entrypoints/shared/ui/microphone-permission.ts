import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether the extension may use the microphone, now and after every change. */
export async function microphonePermission(): Promise<ReadonlySignal<PermissionState>> {
  const permission = await navigator.permissions.query({ name: 'microphone' });
  const state = signal(permission.state);
  permission.addEventListener('change', () => (state.value = permission.state));
  return state;
}
