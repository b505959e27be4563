import { describe, expect, it } from 'vitest';
import { announcement } from '../../server/announcement.ts';
import { configured } from '../support/backend.ts';

const URL = 'http://127.0.0.1:8787';
const ELEVENLABS = { ELEVENLABS_API_KEY: 'sk_canary', ELEVENLABS_AGENTS: 'a=Anna,b=Bob' };

/** What a person reads, as lines. */
function lines(env: Record<string, string>, url = URL): readonly string[] {
  const text = announcement(configured({ LOG_LEVEL: 'warn', ...env }), url);
  expect(text.endsWith('\n')).toBe(true);
  expect(text).not.toContain('canary');
  return text.slice(0, -1).split('\n');
}

describe('what a terminal shows', () => {
  it('is where the backend runs, who answers, and what to do next', () => {
    expect(lines({})).toEqual([
      'Running  http://127.0.0.1:8787, for this computer only. Ctrl+C stops it.',
      'Agents   The built-in echo agent, as there is no ELEVENLABS_API_KEY.',
      'Next     Load the extension (README.md, "Use it"), and click a card.',
      'Log      Problems appear below. LOG_LEVEL=info shows all requests.',
    ]);
  });

  it.each([
    ['a=Anna', 'Anna, by ElevenLabs.'],
    ['a=Anna,b=Bob,c=Cleo', 'Anna, Bob, Cleo, by ElevenLabs.'],
    ['a=Anna,b=Bob,c=Cleo,d=Dan,e=Eve', 'Anna, Bob, Cleo and 2 more, by ElevenLabs.'],
  ])('names the agents, not all of many: %s', (agents, named) => {
    const [, second] = lines({ ...ELEVENLABS, ELEVENLABS_AGENTS: agents });
    expect(second).toBe(`Agents   ${named}`);
  });

  it('says what to enter where the extension does not look by itself', () => {
    const [first, , third] = lines({}, 'http://127.0.0.1:8788');
    expect(first).toContain('http://127.0.0.1:8788');
    expect(third).toBe(
      "Next     Enter http://127.0.0.1:8788 in the extension's options, under Backend.",
    );
  });

  it('says how others reach it, and what they need', () => {
    const others = { PUBLIC_HOSTS: 'voice.example.com', TRUSTED_PROXIES: '127.0.0.1' };
    const [first, , third] = lines({ ...ELEVENLABS, ...others });
    expect(first).toBe(
      'Running  http://127.0.0.1:8787, for others https://voice.example.com. Ctrl+C stops it.',
    );
    expect(third).toBe('Next     Give each person access: npm run token -- pair --name "…"');
  });

  it('says what is logged where somebody has chosen that', () => {
    const [, , , fourth] = lines({ LOG_LEVEL: 'debug' });
    expect(fourth).toBe('Log      Messages of level debug and above appear below (LOG_LEVEL).');
  });

  it('fits into a terminal, and is four lines', () => {
    const all = [lines({}), lines(ELEVENLABS), lines({}, 'http://127.0.0.1:65535')];
    expect(all.map(({ length }) => length)).toEqual([4, 4, 4]);
    expect(all.flat().filter((line) => line.length > 80)).toEqual([]);
  });
});
