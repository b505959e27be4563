import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EXTENSION_ID } from '../../core/extension.ts';
import { readConfig } from '../../server/config.ts';
import { certificate } from '../support/certificate.ts';

const OWN_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

const KEY = 'sk_canary';
const MOZILLA = 'moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab';
const EXAMPLE = fileURLToPath(new URL('../../.env.example', import.meta.url));
/** Behind a proxy on the same computer. */
const PUBLIC = {
  ELEVENLABS_API_KEY: KEY,
  ELEVENLABS_AGENTS: 'a=Anna',
  PUBLIC_HOSTS: 'voice.example.com',
  TRUSTED_PROXIES: '127.0.0.1',
};

function mistakesOf(env: Record<string, string>): readonly string[] {
  const reading = readConfig(env);
  return reading.ok ? [] : reading.mistakes;
}

describe('configuration', () => {
  it('needs nothing: the echo agent answers on loopback', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        apiKey: null,
        apiBase: 'https://api.elevenlabs.io',
        agents: [{ id: 'echo', name: 'Echo agent', description: expect.any(String) }],
        host: '127.0.0.1',
        port: 8787,
        publicHosts: [],
        trustedProxies: [],
        tls: null,
        extensionOrigins: [OWN_ORIGIN],
        dataDir: resolve('data'),
        redisUrl: null,
        mintsPerDay: null,
        minutesPerDay: null,
        requestsPerMinute: 1200,
        webhookSecret: null,
        metricsToken: null,
        logLevel: 'info',
        logFormat: 'json',
      },
    });
  });

  it('reads everything that can be told, and is frozen', () => {
    const reading = readConfig({
      ELEVENLABS_API_KEY: ` ${KEY} `,
      ELEVENLABS_AGENTS: 'agent_1=Anna, agent-2 = Bert = Berta',
      ELEVENLABS_API_BASE: 'https://api.eu.residency.elevenlabs.io/',
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_HOSTS: 'Voice.example.com, voice.example.com:8443',
      TRUSTED_PROXIES: '10.0.0.7,fd00::/8',
      EXTENSION_ORIGINS: `${OWN_ORIGIN},${MOZILLA}`,
      DATA_DIR: '/var/lib/voice-cards',
      REDIS_URL: 'redis://redis:6379',
      MINTS_PER_DAY: '100',
      MINUTES_PER_DAY: '600',
      REQUESTS_PER_MINUTE: '60',
      ELEVENLABS_WEBHOOK_SECRET: 'wsec_0123456789abcdef',
      METRICS_TOKEN: 'metrics_0123456789abcdef',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'text',
    });
    expect(reading).toEqual({
      ok: true,
      config: {
        apiKey: KEY,
        apiBase: 'https://api.eu.residency.elevenlabs.io',
        agents: [
          { id: 'agent_1', name: 'Anna' },
          { id: 'agent-2', name: 'Bert = Berta' },
        ],
        host: '0.0.0.0',
        port: 0,
        publicHosts: ['voice.example.com', 'voice.example.com:8443'],
        trustedProxies: ['10.0.0.7', 'fd00::/8'],
        tls: null,
        extensionOrigins: [OWN_ORIGIN, MOZILLA],
        dataDir: '/var/lib/voice-cards',
        redisUrl: 'redis://redis:6379',
        mintsPerDay: 100,
        minutesPerDay: 600,
        requestsPerMinute: 60,
        webhookSecret: 'wsec_0123456789abcdef',
        metricsToken: 'metrics_0123456789abcdef',
        logLevel: 'debug',
        logFormat: 'text',
      },
    });
    expect(reading.ok && Object.isFrozen(reading.config)).toBe(true);
  });

  it('names every mistake at once, and never the key', () => {
    const mistakes = mistakesOf({
      ELEVENLABS_API_KEY: 'sk canary',
      ELEVENLABS_AGENTS: 'no-name,bad id=X,a=One,a=Two',
      ELEVENLABS_API_BASE: 'https://evil.example',
      HOST: 'voice.example.com',
      PORT: '65536',
      PUBLIC_HOSTS: 'https://voice.example.com',
      TRUSTED_PROXIES: 'proxy,10.0.0.0/x',
      TLS_CERT_FILE: '/nowhere/canary.pem',
      EXTENSION_ORIGINS: 'https://evil.example',
      REDIS_URL: 'http://canary@redis',
      MINTS_PER_DAY: '0',
      MINUTES_PER_DAY: '1.5',
      REQUESTS_PER_MINUTE: 'many',
      ELEVENLABS_WEBHOOK_SECRET: 'canary',
      METRICS_TOKEN: 'canary',
      LOG_LEVEL: 'loud',
      LOG_FORMAT: 'xml',
    });
    const text = mistakes.join('\n');
    expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
      'ELEVENLABS_API_KEY',
      'HOST',
      'PORT',
      'PUBLIC_HOSTS',
      'TRUSTED_PROXIES',
      'TRUSTED_PROXIES',
      'TLS_CERT_FILE',
      'TLS_KEY_FILE',
      'EXTENSION_ORIGINS',
      'REDIS_URL',
      'ELEVENLABS_API_BASE',
      'ELEVENLABS_AGENTS',
      'ELEVENLABS_AGENTS',
      'ELEVENLABS_AGENTS',
      'MINTS_PER_DAY',
      'MINUTES_PER_DAY',
      'REQUESTS_PER_MINUTE',
      'ELEVENLABS_WEBHOOK_SECRET',
      'METRICS_TOKEN',
      'LOG_FORMAT',
      'LOG_LEVEL',
    ]);
    expect(text).not.toContain('canary');
  });

  it('wants agents once there is a key', () => {
    expect(mistakesOf({ ELEVENLABS_API_KEY: KEY })).toEqual([
      expect.stringContaining('ELEVENLABS_AGENTS'),
    ]);
  });

  it.each([
    'http://api.elevenlabs.io',
    'http://169.254.169.254',
    'https://api.elevenlabs.io.evil.example',
    'https://api.elevenlabs.io:8443',
    'https://user@api.elevenlabs.io',
    'https://api.elevenlabs.io/v1',
    'https://127.0.0.1',
    'file:///etc/passwd',
    'nonsense',
  ])('sends the key nowhere but to ElevenLabs or loopback: not to %s', (base) => {
    expect(mistakesOf({ ELEVENLABS_API_BASE: base })).toHaveLength(1);
  });

  it('takes http on loopback, for tests', () => {
    expect(mistakesOf({ ELEVENLABS_API_BASE: 'http://127.0.0.1:9999' })).toEqual([]);
  });

  it.each(['0.5', '-1', 'http', '8787x', '65536'])('takes no port "%s"', (port) => {
    expect(mistakesOf({ PORT: port })).toEqual([expect.stringMatching(/^PORT /)]);
  });

  it('takes an empty variable as unset', () => {
    expect(readConfig({ PORT: '', ELEVENLABS_API_KEY: ' ' })).toEqual(readConfig({}));
  });

  it.each([
    [{ HOST: '192.0.2.1' }, ['PUBLIC_HOSTS', 'TLS_CERT_FILE', 'ELEVENLABS_API_KEY']],
    [{ PUBLIC_HOSTS: 'voice.example.com' }, ['TLS_CERT_FILE', 'ELEVENLABS_API_KEY']],
    [{ ...PUBLIC, TRUSTED_PROXIES: '' }, ['TLS_CERT_FILE']],
    [{ ...PUBLIC, PUBLIC_HOSTS: '' }, []],
    [PUBLIC, []],
  ])('lets others reach it by name, with TLS, for ElevenLabs alone: %j', (env, wrong) => {
    expect(mistakesOf(env).map((mistake) => mistake.split(' ')[0])).toEqual(wrong);
  });

  it('reads a certificate and its key, which belong together', () => {
    const [one, other] = [certificate('voice.example.com'), certificate('voice.example.com')];
    const [TLS_CERT_FILE, TLS_KEY_FILE] = [one.certFile, one.keyFile];
    const tls = { cert: one.cert, key: expect.stringContaining('KEY') };
    expect(readConfig({ TLS_CERT_FILE, TLS_KEY_FILE })).toMatchObject({ config: { tls } });
    expect(mistakesOf({ TLS_CERT_FILE: EXAMPLE, TLS_KEY_FILE })).toHaveLength(1);
    expect(mistakesOf({ TLS_CERT_FILE, TLS_KEY_FILE: other.keyFile })).toEqual([
      'TLS_KEY_FILE is not the key of the certificate in TLS_CERT_FILE.',
    ]);
  });

  it.each([
    [{}, true, 'text', 'warn'],
    [{}, false, 'json', 'info'],
    [{ LOG_FORMAT: 'json' }, true, 'json', 'info'],
    [{ LOG_FORMAT: 'text' }, false, 'text', 'warn'],
    [{ LOG_LEVEL: 'info' }, true, 'text', 'info'],
  ])('logs for whoever looks: %j, at a terminal: %j', (env, isTerminal, logFormat, logLevel) => {
    expect(readConfig(env, { isTerminal })).toMatchObject({ config: { logFormat, logLevel } });
  });

  it('takes any Firefox’s extension only where that is said', () => {
    const reading = readConfig({ EXTENSION_ORIGINS: 'moz-extension://*' });
    expect(reading).toMatchObject({ config: { extensionOrigins: ['moz-extension://*'] } });
    expect(mistakesOf({ EXTENSION_ORIGINS: 'chrome-extension://*' })).toHaveLength(1);
  });
});
