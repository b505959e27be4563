import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import {
  importable,
  readSettingsFile,
  settingChanges,
  writeSettingsFile,
} from '../../core/settings-file.ts';
import { CPU_MS, cpuMsOf } from '../support/cpu.ts';
import { anySettings } from '../support/fuzz/any-settings.ts';
import { anyJson, anyValue } from '../support/fuzz/any-value.ts';

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  sites: ['https://a.example', '*://b.example/help/*'],
  approvals: [{ site: 'https://a.example', agentId: 'echo', name: null, at: 1 }],
};

describe('a file of settings', () => {
  test('is read as it was written', () => {
    expect(readSettingsFile(writeSettingsFile(SETTINGS))).toEqual({ ok: true, settings: SETTINGS });
  });

  test.each([
    ['nothing', '', 'not JSON'],
    ['something else', '{"marks":[]}', 'not settings'],
    ['a newer version', '{"voiceCardsSettings":99,"settings":{}}', 'newer'],
    [
      'a value that does not fit',
      '{"voiceCardsSettings":1,"settings":{"sites":["ftp://x/*"]}}',
      'unreadable',
    ],
    ['too much', ' '.repeat(1_000_001), 'too large'],
  ])('%s is none', (_, text, fault) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, fault });
  });

  test(
    'of any kind is read without a throw, without delay, and leaves prototypes alone',
    { tags: 'property' },
    () => {
      const hostile = fc.constantFrom(
        '{"voiceCardsSettings":1,"settings":{"__proto__":{"polluted":true},"constructor":{}}}',
        '{"__proto__":{"voiceCardsSettings":1,"settings":{}}}',
      );
      const anyFile = fc.record({
        voiceCardsSettings: fc.oneof({ arbitrary: fc.constant(1), weight: 5 }, anyValue),
        settings: fc.oneof({ arbitrary: anySettings, weight: 5 }, anyValue),
      });
      fc.assert(
        fc.property(fc.oneof(anyJson(anyFile), hostile), (text) => {
          expect(cpuMsOf(() => readSettingsFile(text))).toBeLessThan(CPU_MS);
          const file = readSettingsFile(text);
          if (file.ok) {
            expect(Object.keys(file.settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
            expect(Object.getPrototypeOf(file.settings)).toBe(Object.prototype);
            expect(readSettingsFile(writeSettingsFile(file.settings))).toEqual(file);
          }
          expect(Reflect.get({}, 'polluted')).toBeUndefined();
        }),
      );
    },
  );
});

test('what would change is told, and nothing else', () => {
  const then = { ...SETTINGS, volume: 0.5, sites: [] };
  expect(settingChanges(SETTINGS, then)).toEqual([
    { name: 'sites', before: SETTINGS.sites, after: [] },
    { name: 'volume', before: 1, after: 0.5 },
  ]);
  expect(settingChanges(SETTINGS, SETTINGS)).toEqual([]);
});

test('with another backend all agents have to ask again; without it the one there is stays', () => {
  const then = { ...SETTINGS, backendUrl: 'https://other.example' };
  expect(importable(DEFAULT_SETTINGS, then, true)).toEqual({ ...then, approvals: [] });
  expect(importable(DEFAULT_SETTINGS, then, false)).toEqual({
    ...then,
    backendUrl: DEFAULT_SETTINGS.backendUrl,
  });
  expect(importable(then, then, false)).toEqual(then);
});
