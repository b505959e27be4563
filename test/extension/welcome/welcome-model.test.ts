import { describe, expect, it, vi } from 'vitest';
import { createWelcomeModel } from '../../../entrypoints/welcome/welcome-model.ts';

interface Situation {
  readonly before?: PermissionState;
  readonly after?: PermissionState;
  /** The name of the error with which the microphone is refused. */
  readonly error?: string;
}

function welcome({ before = 'prompt', after = 'granted', error }: Situation = {}) {
  const granted = vi.fn(async () => undefined);
  const tryMicrophone = async () => {
    if (error !== undefined) throw new DOMException('', error);
  };
  const model = createWelcomeModel(before, {
    tryMicrophone,
    permission: async () => after,
    granted,
  });
  return { model, granted };
}

describe('the welcome page', () => {
  it('tells the background once that the microphone was granted', async () => {
    const { model, granted } = welcome();
    const asking = model.ask();
    expect(model.state.value).toBe('asking');
    model.permissionChanged('granted');
    await asking;
    model.permissionChanged('granted');
    expect(model.state.value).toBe('granted');
    expect(granted).toHaveBeenCalledOnce();
  });

  it('goes nowhere when the microphone had been granted before', () => {
    const { model, granted } = welcome({ before: 'granted' });
    expect(model.state.value).toBe('granted');
    expect(granted).not.toHaveBeenCalled();
  });

  it.each([
    ['NotAllowedError', 'denied', 'denied'],
    ['NotAllowedError', 'prompt', 'dismissed'],
    ['NotAllowedError', 'granted', 'denied_by_system'],
    ['NotFoundError', 'granted', 'missing'],
    ['NotReadableError', 'granted', 'busy'],
  ] as const)('after %s, with the permission %s, is %s', async (error, after, state) => {
    const { model, granted } = welcome({ error, after });
    await model.ask();
    expect(model.state.value).toBe(state);
    expect(granted).not.toHaveBeenCalled();
  });

  it('notices by itself when a blocked microphone is allowed', () => {
    const { model, granted } = welcome({ before: 'denied' });
    model.permissionChanged('granted');
    expect(model.state.value).toBe('granted');
    expect(granted).toHaveBeenCalledOnce();
  });
});
