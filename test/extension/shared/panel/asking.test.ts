import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { failure } from '../../../../core/failure.ts';
import type { Question } from '../../../../core/question.ts';
import { failed, good } from '../../../../core/result.ts';
import { createAsking } from '../../../../entrypoints/shared/panel/asking.ts';
import { createAttempts } from '../../../../entrypoints/shared/panel/trouble.ts';
import { eventually } from '../../../support/eventually.ts';

const QUESTION: Question = {
  id: 'q',
  wish: { agentId: 'echo', tabId: 7, frameId: 0, site: null, mode: 'voice', attributes: {} },
  replace: false,
  name: 'Echo',
  isUnlisted: false,
  because: 'new agent',
  canBeLasting: true,
};

function asking() {
  const question = signal<Question | null>(QUESTION);
  const answer = vi.fn(async () => good(null));
  const waiting: (() => void)[] = [];
  const attempts = createAttempts();
  return {
    question,
    answer,
    attempts,
    rest: () => waiting.splice(0).forEach((over) => over()),
    model: createAsking({ question, answer }, attempts, (over) => void waiting.push(over)),
  };
}

test('a click that was under way when the question appeared answers nothing', () => {
  const { model, answer, rest } = asking();
  model.answer('once');
  expect(answer).not.toHaveBeenCalled();
  rest();
  expect(model.isReady.value).toBe(true);
  model.answer('once');
  expect(answer).toHaveBeenCalledExactlyOnceWith('q', 'once');
});

test('another question in its place has a rest of its own', () => {
  const { model, question, answer, rest } = asking();
  question.value = { ...QUESTION, id: 'r' };
  expect(model.isReady.value).toBe(false);
  rest();
  question.value = { ...QUESTION, id: 's' };
  model.answer('always');
  expect(answer).not.toHaveBeenCalled();
});

test('a second click answers no second time, unless the first came to nothing', async () => {
  const { model, answer, attempts, rest } = asking();
  rest();
  answer.mockResolvedValueOnce(failed(failure('busy')));
  model.answer('once');
  model.answer('no');
  expect(answer).toHaveBeenCalledTimes(1);
  await eventually(() => expect(attempts.trouble.value?.failure.code).toBe('busy'));
  model.answer('no');
  expect(answer).toHaveBeenLastCalledWith('q', 'no');
});
