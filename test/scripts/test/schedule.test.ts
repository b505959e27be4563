import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { schedule } from '../../../scripts/test/schedule.js';
import type { Step } from '../../../scripts/test/steps.js';

type Planned = Pick<Step, 'name' | 'load' | 'needs' | 'follows'>;

/** Schedules steps, each of which lasts until it is ended; tells what runs after each change. */
function running(steps: readonly Planned[], processors = 2) {
  const ends = new Map<string, (hasPassed: boolean) => void>();
  const left: string[] = [];
  const over = schedule(steps, processors, {
    take: ({ name }) =>
      new Promise((resolve) => {
        ends.set(name, (hasPassed) => {
          ends.delete(name);
          resolve(hasPassed);
        });
      }),
    leave: ({ name }) => void left.push(name),
  });
  const now = async () => {
    await setImmediate();
    return [...ends.keys()];
  };
  return {
    over,
    left,
    now,
    end: (name: string, hasPassed = true) => {
      ends.get(name)?.(hasPassed);
      return now();
    },
  };
}

const one = (name: string, more: Partial<Planned> = {}): Planned => ({
  name,
  load: 'one',
  ...more,
});

test('as many steps of one processor run at once as there are processors, in their order', async () => {
  const { now, end, over } = running([one('a'), one('b'), one('c')]);
  expect(await now()).toEqual(['a', 'b']);
  expect(await end('b')).toEqual(['a', 'c']);
  expect(await end('a')).toEqual(['c']);
  await end('c');
  await over;
});

test('a step that takes all processors waits for others, and others for it', async () => {
  const { now, end } = running([one('a'), one('all', { load: 'all' }), one('b')]);
  expect(await now()).toEqual(['a', 'b']);
  expect(await end('a')).toEqual(['b']);
  expect(await end('b')).toEqual(['all']);
});

test('a step that takes what others leave over runs beside them, but not beside one that must be alone', async () => {
  const steps = [
    one('all', { load: 'all' }),
    one('rest', { load: 'rest' }),
    one('alone', { load: 'alone' }),
  ];
  const { now, end } = running(steps);
  expect(await now()).toEqual(['all', 'rest']);
  expect(await end('all')).toEqual(['rest']);
  expect(await end('rest')).toEqual(['alone']);
});

test('nothing begins beside a step that must be alone', async () => {
  const steps = [one('alone', { load: 'alone' }), one('a'), one('b', { load: 'rest' })];
  const { now, end } = running(steps);
  expect(await now()).toEqual(['alone']);
  expect(await end('alone')).toEqual(['a', 'b']);
});

test('a step comes after those that it needs, and is left out where one of them has failed', async () => {
  const steps = [one('a'), one('b', { needs: ['a'] }), one('c', { needs: ['b'] }), one('d')];
  const good = running(steps);
  expect(await good.now()).toEqual(['a', 'd']);
  expect(await good.end('a')).toEqual(['d', 'b']);
  const bad = running(steps);
  await bad.now();
  expect(await bad.end('a', false)).toEqual(['d']);
  await bad.end('d');
  await bad.over;
  expect(bad.left).toEqual(['b', 'c']);
});

test('a step comes after those that it follows, whatever comes of them, if they are there at all', async () => {
  const { now, end } = running([one('a'), one('b', { follows: ['a', 'nobody'] })]);
  expect(await now()).toEqual(['a']);
  expect(await end('a', false)).toEqual(['b']);
});

test('steps that wait for each other are no endless wait', async () => {
  const { over } = running([one('a', { needs: ['b'] }), one('b', { needs: ['a'] })]);
  await expect(over).rejects.toThrow('wait for each other');
});
