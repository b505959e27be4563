import { describe, expect, it } from 'vitest';
import { readEnv } from '../../server/config/env-file.ts';
import { SETTINGS, settingLike } from '../../server/config/settings.ts';

/** The mistakes of a file, none of which may repeat a value. */
function mistakesIn(text: string): readonly string[] {
  const { mistakes } = readEnv(Buffer.from(text), '.env');
  expect(mistakes.join('\n')).not.toContain('canary');
  return mistakes;
}

describe('a name in a settings file', () => {
  it.each([
    ['ELEVENLABS_KEY', 'ELEVENLABS_API_KEY'],
    ['ELEVEN_API_KEY', 'ELEVENLABS_API_KEY'],
    ['XI_API_KEY', 'ELEVENLABS_API_KEY'],
    ['ELEVENLABS_APIKEY', 'ELEVENLABS_API_KEY'],
    ['EVELENLABS_API_KEY', 'ELEVENLABS_API_KEY'],
    ['elevenlabs_api_key', 'ELEVENLABS_API_KEY'],
    ['API_KEY', 'ELEVENLABS_API_KEY'],
    ['ELEVENLABS_AGENT', 'ELEVENLABS_AGENTS'],
    ['ELEVENLABS_AGENT_ID', 'ELEVENLABS_AGENTS'],
    ['AGENT_ID', 'ELEVENLABS_AGENTS'],
    ['port', 'PORT'],
    ['PROT', 'PORT'],
    ['VOICE_CARDS_PORT', 'PORT'],
    ['ALLOWED_ORIGINS', 'EXTENSION_ORIGINS'],
    ['PUBLIC_HOST', 'PUBLIC_HOSTS'],
    ['TLS_CERT', 'TLS_CERT_FILE'],
    ['DATADIR', 'DATA_DIR'],
    ['REDIS_HOST', 'REDIS_URL'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['LOG_FROMAT', 'LOG_FORMAT'],
  ])('that is nearly right is refused: %s', (name, likely) => {
    expect(mistakesIn(`${name}=canary`)).toEqual([
      `.env, line 1: ${name} is not a setting. Did you mean ${likely}?`,
    ]);
  });

  it('that can only be meant for ElevenLabs is refused, too', () => {
    expect(mistakesIn('ELEVENLABS_VOICE_ID=x')).toEqual([
      '.env, line 1: ELEVENLABS_VOICE_ID is not a setting. .env.example lists all settings.',
    ]);
  });

  it.each(SETTINGS)('with one letter missing is not passed over: %s', (setting) => {
    for (let i = 0; i < setting.length; i++) {
      expect(settingLike(setting.slice(0, i) + setting.slice(i + 1))).not.toBeNull();
    }
  });

  it.each([
    'HOME',
    'PATH',
    'HOSTNAME',
    'LANG',
    'HTTP_PROXY',
    'SMTP_PORT',
    'OPENAI_API_KEY',
    'DEBUG',
  ])('of something else is none of ours: %s', (name) => {
    expect(mistakesIn(`${name}=x`)).toEqual([]);
  });
});
