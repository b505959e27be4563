import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_POLICY, allowsAgent, permitted, readPolicy, underPolicy } from '../../core/policy.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../core/settings.ts';
import { anyValue } from '../support/fuzz/any-value.ts';

const BACKEND = 'https://voice.example.com';

describe('a policy', () => {
  test('gives defaults, and takes nothing from what a person chose', () => {
    const policy = readPolicy({ backendUrl: BACKEND, sites: ['https://intranet.example'] });
    expect(underPolicy(DEFAULT_SETTINGS, policy)).toMatchObject({
      backendUrl: BACKEND,
      sites: ['https://intranet.example'],
    });
    const chosen = { ...DEFAULT_SETTINGS, backendUrl: 'https://own.example' };
    expect(underPolicy(chosen, policy).backendUrl).toBe('https://own.example');
  });

  test('locks what it names: no choice and no change counts', () => {
    const policy = readPolicy({
      backendUrl: BACKEND,
      lockedSettings: ['backendUrl', 'opensPanel'],
    });
    const chosen = { ...DEFAULT_SETTINGS, backendUrl: 'https://own.example', opensPanel: false };
    expect(underPolicy(chosen, policy)).toMatchObject({ backendUrl: BACKEND, opensPanel: false });
    expect(permitted({ backendUrl: 'https://own.example', volume: 0.5 }, policy)).toEqual({
      volume: 0.5,
    });
  });

  test('restricts agents; a list that makes no sense allows none', () => {
    expect(allowsAgent(NO_POLICY, 'echo')).toBe(true);
    expect(allowsAgent(readPolicy({ allowedAgents: ['echo'] }), 'echo')).toBe(true);
    expect(allowsAgent(readPolicy({ allowedAgents: ['echo'] }), 'other')).toBe(false);
    expect(allowsAgent(readPolicy({ allowedAgents: 'echo' }), 'echo')).toBe(false);
  });

  test('is read part by part', () => {
    expect(readPolicy({ backendUrl: 7, cardSelector: '.card', keepTranscripts: false })).toEqual({
      ...NO_POLICY,
      settings: { cardSelector: '.card' },
      keepsTranscripts: false,
    });
  });

  test('of any kind is read whole, and only ever restricts', { tags: 'property' }, () => {
    const names: string[] = Object.keys(DEFAULT_SETTINGS);
    const anyPolicy = fc.record(
      {
        backendUrl: fc.oneof(fc.constant(BACKEND), anyValue),
        sites: fc.oneof(fc.array(fc.constantFrom('https://a.example', 'a', '*')), anyValue),
        maxLengthSeconds: fc.oneof(fc.integer(), anyValue),
        approvals: anyValue,
        lockedSettings: fc.oneof(
          fc.array(fc.constantFrom('backendUrl', 'sites', 'approvals', '__proto__')),
          anyValue,
        ),
        allowedAgents: fc.oneof(fc.array(fc.constantFrom('echo', 'a b')), anyValue),
        keepTranscripts: anyValue,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anyPolicy, anyValue), (raw) => {
        const policy = readPolicy(raw);
        const settings = underPolicy(DEFAULT_SETTINGS, policy);
        expect(Object.keys(settings)).toEqual(names);
        expect(readSettings(settings)).toEqual({ settings, corrupt: {}, isNewer: false });
        expect(settings.approvals).toEqual([]);
        expect(policy.locked.every((name) => names.includes(name))).toBe(true);
        const isRestricted = Object.hasOwn(Object(raw), 'allowedAgents');
        const { allowedAgents }: { allowedAgents?: unknown } = Object(raw);
        if (isRestricted && allowedAgents !== undefined) expect(policy.agents).not.toBeNull();
      }),
    );
  });
});
