import { expect, test } from 'vitest';
import { FAILURE_CODES, passesByItself, remedy } from '../../core/remedy.ts';

test('there is something to do, or nothing, about every failure of tokens and limits', () => {
  const own = FAILURE_CODES.filter((code) => /^(token|limit)_/.test(code));
  expect(own.map((code) => [code, remedy(code), passesByItself(code)])).toEqual([
    ['token_required', 'options', false],
    ['token_invalid', 'options', false],
    ['token_expired', 'options', false],
    ['token_agent', 'none', false],
    ['token_site', 'none', false],
    ['limit_per_minute', 'none', true],
    ['limit_per_day', 'none', false],
    ['limit_concurrent', 'none', true],
    ['limit_minutes_per_day', 'none', false],
    ['limit_minutes_per_month', 'none', false],
    ['limit_server_per_day', 'none', false],
    ['limit_server_minutes_per_day', 'none', false],
    ['limit_address_per_minute', 'none', true],
  ]);
});

test('others are as their table says', () => {
  expect(remedy('busy')).toBe('switch');
  expect(passesByItself('busy')).toBe(false);
  expect(passesByItself('rate_limited')).toBe(true);
});
