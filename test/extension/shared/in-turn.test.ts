import { expect, test } from 'vitest';
import { inTurn } from '../../../entrypoints/shared/in-turn.ts';

test('what is asked for at once is done one after the other, past what fails', async () => {
  const done: string[] = [];
  const turn = inTurn();
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = turn(async () => void done.push(await promise));
  const second = turn(async () => {
    done.push('second');
    throw new Error('it failed');
  });
  const third = turn(async () => done.push('third'));
  const failing = expect(second).rejects.toThrow('it failed');
  expect(done).toEqual([]);
  resolve('first');
  await Promise.all([first, failing]);
  expect(await third).toBe(3);
  expect(done).toEqual(['first', 'second', 'third']);
});
