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

  test('starts at once with more than a piece and its reserve, and waits no longer than that for less', () => {
    const longEnough = new Player(RATE, RATE);
    longEnough.push(ones(0.05));
    longEnough.push(ones(0.05));
    expect(loud(render(longEnough, 1))).toBe(true);

    const onePiece = new Player(RATE, RATE);
    onePiece.push(ones(0.1));
    expect(loud(render(onePiece, 3))).toBe(false);
    expect(loud(render(onePiece, 2))).toBe(true);
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

  test('a gap makes it hold back more than would have bridged it; calm lets go again', () => {
    const player = new Player(RATE, RATE);
    player.push(ones(0.1));
    render(player, 23); // 40 ms held back, 100 ms of speech and 90 ms of nothing
    player.push(ones(0.1));
    expect(player.reserve).toBeGreaterThan(0.2);
    expect(player.reserve).toBeLessThan(0.3);
    for (let calm = 0; calm < 12; calm++) {
      render(player, 80);
      player.push(ones(0.2));
    }
    expect(player.reserve).toBeLessThan(0.1);
  });

  test.each([
    { jitter: 0, most: 0.025 },
    { jitter: 0.03, most: 0.05 },
  ])(
    'speech that comes as it is spoken, up to $jitter s late, has no gap and waits $most s at most',
    ({ jitter, most }) => {
      const player = new Player(RATE, RATE);
      const utterances = Array.from({ length: 5 }, (_, i) => speak(player, jitter, i));
      expect(utterances.map(({ gaps }) => gaps)).toEqual([0, 0, 0, 0, 0]);
      expect(player.reserve).toBeLessThanOrEqual(most);
    },
  );

  test('where pieces come up to 100 ms late, it learns that from the first gap', () => {
    const player = new Player(RATE, RATE);
    const gaps = Array.from({ length: 8 }, (_, i) => speak(player, 0.1, i).gaps);
    expect(gaps[0]).toBeGreaterThan(0);
    expect(gaps.slice(1)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(player.reserve).toBeLessThan(0.2);
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
    expect(loud(render(player, 5))).toBe(true);
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

/** Three seconds in pieces of 50 ms, each late by a part of the jitter that looks like chance; how often it fell silent in between. */
function speak(player: Player, jitter: number, seed: number): { gaps: number } {
  const late = (i: number) => jitter * ((0.37 + 0.618 * i + 0.29 * seed) % 1);
  const due = Array.from({ length: 60 }, (_, i) => 0.05 * i + late(i));
  const heard = Array.from({ length: 400 }, (_, block) => {
    while (due[0] !== undefined && due[0] <= block / 100) {
      due.shift();
      player.push(ones(0.05));
    }
    return loud(render(player, 1));
  });
  const whole = heard.slice(heard.indexOf(true), heard.lastIndexOf(true));
  return { gaps: whole.filter((isLoud, i) => !isLoud && whole[i - 1] === true).length };
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
