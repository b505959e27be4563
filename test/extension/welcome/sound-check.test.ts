import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { loudness } from '../../../entrypoints/welcome/level.ts';
import { createSoundCheck } from '../../../entrypoints/welcome/sound-check.ts';
import { eventually } from '../../support/eventually.ts';

type Listen = (id: string, tell: (level: number) => void, signal: AbortSignal) => Promise<void>;

function soundCheck(listen: Listen = async () => undefined) {
  const heard = vi.fn(listen);
  const isWanted = signal(false);
  const deviceId = signal('');
  return {
    isWanted,
    deviceId,
    heard,
    check: createSoundCheck({ isWanted, deviceId }, { listen: heard }),
  };
}

describe('the sound check', () => {
  it('holds a microphone while it is wanted and not a moment longer', () => {
    const { isWanted, heard } = soundCheck();
    expect(heard).not.toHaveBeenCalled();
    isWanted.value = true;
    const stop = heard.mock.calls[0]?.[2];
    expect(stop?.aborted).toBe(false);
    isWanted.value = false;
    expect(stop?.aborted).toBe(true);
  });

  it('lets go of one device before it opens another', () => {
    const { isWanted, deviceId, heard } = soundCheck();
    isWanted.value = true;
    deviceId.value = 'headset';
    expect(heard.mock.calls.map(([id, , { aborted }]) => [id, aborted])).toEqual([
      ['', true],
      ['headset', false],
    ]);
  });

  it('knows a voice from a quiet room', () => {
    const { isWanted, heard, check } = soundCheck();
    isWanted.value = true;
    const tell = heard.mock.calls[0]?.[1];
    tell?.(loudness(new Float32Array(512).fill(0.003)));
    expect(check.hasHeard.value).toBe(false);
    tell?.(loudness(new Float32Array(512).fill(0.1)));
    expect(check.hasHeard.value).toBe(true);
  });

  it('says why there is nothing to hear, and tries again when told to', async () => {
    const { isWanted, heard, check } = soundCheck(async () => {
      throw new DOMException('', 'NotReadableError');
    });
    isWanted.value = true;
    await eventually(() => expect(check.trouble.value).toBe('busy'));
    heard.mockResolvedValue(undefined);
    check.again();
    expect(check.trouble.value).toBeNull();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe('loudness', () => {
  it.each([
    [0, 0],
    [0.001, 0],
    [0.1, 2 / 3],
    [1, 1],
  ])('of a constant %d is %d', (sample, level) => {
    expect(loudness(new Float32Array(64).fill(sample))).toBeCloseTo(level, 3);
  });
});
