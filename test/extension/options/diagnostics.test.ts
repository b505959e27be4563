import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/settings.ts';
import { browserOf, diagnostics } from '../../../entrypoints/options/diagnostics.ts';

const SECRETS = {
  backendUrl: 'https://voice.secret.example',
  sites: ['https://bank.example'],
  approvals: [{ site: 'https://bank.example', agentId: 'agent_secret', name: 'Secret', at: 1 }],
  inputDeviceId: 'device-secret',
  outputDeviceId: '',
  siteDevices: { 'https://bank.example': { inputDeviceId: 'device-secret' } },
  cardSelector: '.secret',
} as const;

describe('diagnostics', () => {
  const text = diagnostics({
    version: '1.2.3',
    browser: 'Chrome/140.0',
    platform: 'linux x86-64',
    permissions: ['storage', 'scripting'],
    origins: ['https://bank.example/*'],
    microphone: 'granted',
    settings: {
      ...DEFAULT_SETTINGS,
      ...SECRETS,
      sites: [...SECRETS.sites],
      approvals: [...SECRETS.approvals],
    },
    unreadable: ['volume'],
    events: [{ at: 0, type: 'failed:network' }],
  });

  it('tells versions, permissions, numbers and events', () => {
    expect(JSON.parse(text)).toMatchObject({
      version: '1.2.3',
      permissions: ['scripting', 'storage'],
      grantedOrigins: 1,
      settings: { backend: 'changed', speaker: 'default', sites: 1, approvals: 1 },
      unreadable: ['volume'],
      events: ['1970-01-01T00:00:00.000Z failed:network'],
    });
  });

  it('tells no address, no site, no id and no device', () => {
    expect(text).not.toMatch(/secret|bank|https?:/i);
  });
});

describe('browserOf', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome/140.0.0.0',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.1.0',
      'Edg/140.0.1.0',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox/142.0'],
    ['something else', 'unknown'],
  ])('of %s', (userAgent, browser) => {
    expect(browserOf(userAgent)).toBe(browser);
  });
});
