import { type ReadonlySignal, signal } from '@preact/signals';
import { storage } from 'wxt/utils/storage';

const worked = storage.defineItem<boolean>('local:testCallWorked', { fallback: false });

/** Whether a test call has worked, now or at an earlier visit. */
export async function testCallWorked(): Promise<{
  readonly hasWorked: ReadonlySignal<boolean>;
  readonly remember: () => Promise<void>;
}> {
  const hasWorked = signal(await worked.getValue());
  const remember = async () => {
    hasWorked.value = true;
    await worked.setValue(true);
  };
  return { hasWorked, remember };
}
