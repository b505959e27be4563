import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXTENSION_ID } from '../../core/extension.ts';
import { readConfig } from '../../server/config.ts';

const OWN_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

const KEY = 'sk_canary';
const MOZILLA = 'moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab';

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
        extensionOrigins: [OWN_ORIGIN],
        logLevel: 'info',
      },
    });
  });

  it('reads everything that can be told, and is frozen', () => {
    const reading = readConfig({
      ELEVENLABS_API_KEY: ` ${KEY} `,
      ELEVENLABS_AGENTS: 'agent_1=Anna, agent-2 = Bert = Berta',
      ELEVENLABS_API_BASE: 'https://api.eu.residency.elevenlabs.io/',
      HOST: 'localhost',
      PORT: '0',
      EXTENSION_ORIGINS: `${OWN_ORIGIN},${MOZILLA}`,
      LOG_LEVEL: 'debug',
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
        host: 'localhost',
        port: 0,
        extensionOrigins: [OWN_ORIGIN, MOZILLA],
        logLevel: 'debug',
      },
    });
    expect(reading.ok && Object.isFrozen(reading.config)).toBe(true);
  });

  it('names every mistake at once, and never the key', () => {
    const mistakes = mistakesOf({
      ELEVENLABS_API_KEY: 'sk canary',
      ELEVENLABS_AGENTS: 'no-name,bad id=X,a=One,a=Two',
      ELEVENLABS_API_BASE: 'https://evil.example',
      HOST: '0.0.0.0',
      PORT: '65536',
      EXTENSION_ORIGINS: 'https://evil.example',
      LOG_LEVEL: 'loud',
    });
    const text = mistakes.join('\n');
    expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
      'ELEVENLABS_API_KEY',
      'ELEVENLABS_API_BASE',
      'ELEVENLABS_AGENTS',
      'ELEVENLABS_AGENTS',
      'ELEVENLABS_AGENTS',
      'HOST',
      'PORT',
      'EXTENSION_ORIGINS',
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

  it('documents each variable', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const source = readFileSync(new URL('../../server/config.ts', import.meta.url), 'utf8');
    const names = new Set(source.match(/(?<=get\(')[A-Z_]+/g));
    expect(names.size).toBe(7);
    for (const name of names) expect(example).toContain(`\n${name}=`);
  });
});
