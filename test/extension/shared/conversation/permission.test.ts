import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  checkMicrophone,
  settleMicrophone,
} from '../../../../entrypoints/shared/conversation/permission.ts';

const getUserMedia = vi.fn<() => Promise<{ getTracks: () => object[] }>>();
const stop = vi.fn<() => void>();

beforeEach(() => {
  vi.clearAllMocks();
  getUserMedia.mockResolvedValue({ getTracks: () => [{ stop }, { stop }] });
});
afterEach(() => void vi.unstubAllGlobals());

function permission(state: PermissionState): void {
  const permissions = { query: async () => ({ state }) };
  vi.stubGlobal('navigator', { permissions, mediaDevices: { getUserMedia } });
}

describe.each(['ask', 'refuse'] as const)('where the page would %s', (whenPrompt) => {
  test('a microphone that is granted is', async () => {
    permission('granted');
    expect(await checkMicrophone(whenPrompt)).toBe(true);
  });

  test('one that is blocked is said to be', async () => {
    permission('denied');
    const checked = checkMicrophone(whenPrompt);
    await expect(checked).rejects.toMatchObject({ failure: { code: 'microphone_denied' } });
  });
});

test('one of which the person has yet to decide is for the page that can ask', async () => {
  permission('prompt');
  expect(await checkMicrophone('ask')).toBe(false);
  const refused = checkMicrophone('refuse');
  await expect(refused).rejects.toMatchObject({ failure: { code: 'microphone_prompt' } });
});

test('the person is asked once, and what was opened for that is let go', async () => {
  permission('prompt');
  await settleMicrophone('ask');
  expect(getUserMedia).toHaveBeenCalledTimes(1);
  expect(stop).toHaveBeenCalledTimes(2);
  permission('granted');
  await settleMicrophone('ask');
  expect(getUserMedia).toHaveBeenCalledTimes(1);
});
