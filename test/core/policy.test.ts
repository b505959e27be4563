import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_POLICY, allowsAgent, permitted, readPolicy, underPolicy } from '../../core/policy.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';

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

  test('is read part by part, whatever it is', { tags: 'property' }, () => {
    expect(readPolicy({ backendUrl: 7, cardSelector: '.card', keepTranscripts: false })).toEqual({
      ...NO_POLICY,
      settings: { cardSelector: '.card' },
      keepsTranscripts: false,
    });
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const settings = underPolicy(DEFAULT_SETTINGS, readPolicy(raw));
        expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
      }),
    );
  });
});
