import { describe, expect, test } from 'vitest';
import { pseudoLocale, pseudoText } from '../../scripts/pseudo-locale.js';

describe('a text of the pseudo-locale', () => {
  const text = pseudoText('Talk to $1 for 15 minutes.');

  test('has no Latin letter, stands in brackets, and keeps placeholders and figures', () => {
    expect(text).toMatch(/^\[[^a-z]*\]$/i);
    expect(text.match(/\$?\d+/g)).toEqual(['$1', '15']);
  });

  test('is about a third longer', () => {
    const english = 'Click a card on a page to start a conversation, or choose an agent here.';
    const longer = pseudoText(english).length / english.length;
    expect(longer).toBeGreaterThan(1.25);
    expect(longer).toBeLessThan(1.5);
  });

  test('is put in brackets once for each form of a plural', () => {
    expect(pseudoText('1 agent | $1 agents')).toMatch(
      /^\[1 [^[\]|]+\] \| \[\u2068\$1\u2069 [^[\]|]+\]$/,
    );
  });
});

test('the pseudo-locale has every key, and is read from right to left', () => {
  const english = {
    copied: { message: 'Copied' },
    locale_language: { message: 'en' },
    locale_direction: { message: 'ltr' },
  };
  expect(pseudoLocale(english)).toEqual({
    copied: { message: pseudoText('Copied') },
    locale_language: { message: 'ar' },
    locale_direction: { message: 'rtl' },
  });
});
