import { describe, expect, test } from 'vitest';
import { Player } from '../../../core/audio/player.ts';

const RATE = 48_000;
const BLOCK = 480; // 10 ms

describe('Player', () => {
  test('plays what it was given, in order and once', () => {
    const player = new Player(RATE, RATE);
    player.push(ramp(0, 4_800));
    player.push(ramp(4_800, 4_800));
    const heard = render(player, 30);
    const start = heard.findIndex((sample) => sample > 0.15);
    const rising = heard.slice(start, start + 8_900);
    expect(rising.every((sample, i) => i === 0 || sample > (rising[i - 1] ?? 1))).toBe(true);
    expect(heard.slice(start + 9_100).every((sample) => Math.abs(sample) < 0.01)).toBe(true);
  });

  test('starts at once with speech as long as its reserve, and waits no longer than that for less', () => {
    const longEnough = new Player(RATE, RATE);
    longEnough.push(ones(0.04));
    expect(loud(render(longEnough, 1))).toBe(true);

    const short = new Player(RATE, RATE);
    short.push(ones(0.01));
    expect(loud(render(short, 3))).toBe(false);
    expect(loud(render(short, 2))).toBe(true);
  });

  test('is speaking from the first sample until it has been quiet for 300 ms', () => {
    const player = new Player(RATE, RATE);
    expect(player.speaking).toBe(false);
    player.push(ones(0.1));
    expect(player.speaking).toBe(true);
    render(player, 30);
    expect(player.speaking).toBe(true);
    render(player, 20);
    expect(player.speaking).toBe(false);
  });

  test('a gap makes it hold back as much as would have bridged it; calm lets go again', () => {
    const player = new Player(RATE, RATE);
    player.push(ones(0.1));
    render(player, 21); // 100 ms of speech and 100 ms of nothing
    player.push(ones(0.1));
    expect(player.reserve).toBeGreaterThan(0.13);
    expect(player.reserve).toBeLessThan(0.17);
    for (let calm = 0; calm < 12; calm++) {
      render(player, 60);
      player.push(ones(0.2));
    }
    expect(player.reserve).toBe(0.04);
  });

  test('falls silent within 10 ms of an interruption, without a click, and forgets the rest', () => {
    const player = new Player(RATE, RATE);
    player.push(ones(5));
    render(player, 10);
    player.interrupt();
    const after = render(player, 100);
    expect(loud(after.slice(BLOCK))).toBe(false);
    const steps = after.map((sample, i) => Math.abs(sample - (after[i - 1] ?? 1)));
    expect(Math.max(...steps)).toBeLessThan(0.1);
    expect(player.speaking).toBe(false);
  });

  test('speaks again after an interruption', () => {
    const player = new Player(RATE, RATE);
    player.push(ones(1));
    render(player, 5);
    player.interrupt();
    render(player, 5);
    player.push(ones(0.1));
    expect(loud(render(player, 3))).toBe(true);
  });

  test('keeps time between any two rates', () => {
    const player = new Player(22_050, 44_100);
    player.push(new Float32Array(22_050).fill(1));
    const heard = render(player, 200).filter((sample) => Math.abs(sample) > 0.5).length;
    expect(heard / 44_100).toBeCloseTo(1, 2);
  });
});

function render(player: Player, blocks: number): number[] {
  return Array.from({ length: blocks }, () => {
    const block = new Float32Array(BLOCK);
    player.render(block);
    return [...block];
  }).flat();
}

function ones(seconds: number): Float32Array {
  return new Float32Array(Math.round(seconds * RATE)).fill(1);
}

function ramp(from: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => 0.1 + (0.8 * (from + i)) / 9_600);
}

function loud(samples: readonly number[]): boolean {
  return samples.some((sample) => Math.abs(sample) > 0.5);
}
