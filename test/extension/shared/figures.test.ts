import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { amount, clock, dates, number, percent } from '../../../entrypoints/shared/figures.ts';

/** Words in one language, before a person who reads these, the first of them best. */
function speak(words: string, ...read: string[]): void {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue(words);
  vi.stubGlobal('navigator', { languages: read });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const NOON = new Date(2026, 10, 25, 14, 5);
const TIME = { hour: '2-digit', minute: '2-digit' } as const;

describe('figures are written as the words around them', () => {
  it.each([
    ['en', '1,234', '80%', '5 min', '42 ms'],
    ['de', '1.234', '80\u00a0%', '5 Min.', '42 ms'],
  ])('%s', (words, thousands, share, minutes, milliseconds) => {
    speak(words, words);
    expect(number(1_234)).toBe(thousands);
    expect(percent(0.8)).toBe(share);
    expect(amount(5, 'minute')).toBe(minutes);
    expect(amount(41.7, 'millisecond')).toBe(milliseconds);
  });

  it('as they are written where the person is', () => {
    speak('en', 'fr-FR', 'en-GB');
    expect(dates(TIME).format(NOON)).toBe('14:05');
    speak('en', 'en-US', 'en-GB');
    expect(dates(TIME).format(NOON)).toMatch(/^02:05\sPM$/);
  });

  it('and not in a language that the words are not in', () => {
    speak('en', 'fr-FR');
    expect(dates({ month: 'long' }).format(NOON)).toBe('November');
  });
});

describe('clock', () => {
  it.each([
    ['en', -5, '00:00'],
    ['en', 999, '00:00'],
    ['de', 61_000, '01:01'],
    ['en', 3_599_999, '59:59'],
    ['en', 6_000_000, '100:00'],
    ['ar-EG', 187_000, '٠٣:٠٧'],
  ])('in %s shows %d ms as %s', (words, milliseconds, shown) => {
    speak(words);
    expect(clock(milliseconds)).toBe(shown);
  });
});
