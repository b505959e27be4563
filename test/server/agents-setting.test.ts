import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

function mistakesOf(env: Record<string, string>): readonly string[] {
  const reading = readConfig(env);
  return reading.ok ? [] : reading.mistakes;
}

describe('the setting of the agents', () => {
  it.each([
    ['a=Anna; b=Bob', 'for one agent. Separate agents by commas: id=Name, id=Name.'],
    ['a=Anna b=Bob', 'for one agent. Separate agents by commas: id=Name, id=Name.'],
    ['a=Anna | b=Bob', 'for one agent. Separate agents by commas: id=Name, id=Name.'],
    ['Anna=agent_x', 'the wrong way round. Write the id first: "agent_x=Anna".'],
    ['Our support=agent_x', 'the wrong way round. Write the id first: "agent_x=Our support".'],
    ['Anna=J3Pbu5gP6NNKBscdCdwB', 'the wrong way round.'],
    ['a="Anna"', 'in quotes. Leave them out.'],
    ['agent_x', 'where id=Name belongs: the id is 1 to 64 letters, digits, "_" or "-".'],
    ['agent_x:Anna', 'where id=Name belongs: the id is 1 to 64 letters, digits, "_" or "-".'],
    ['agent_x=', 'where id=Name belongs: the id is 1 to 64 letters, digits, "_" or "-".'],
  ])('takes no agents from %s', (agents, mistake) => {
    expect(mistakesOf({ ELEVENLABS_AGENTS: agents })).toEqual([
      expect.stringContaining(`ELEVENLABS_AGENTS has "${agents}" ${mistake}`),
    ]);
  });

  it.each([['agent_1=agent_2'], ['a=R2D2 (a = b)'], ['a=Ann "Joy" Lee'], ['a=Ann,']])(
    'takes an agent with an unusual name: %s',
    (agents) => {
      expect(mistakesOf({ ELEVENLABS_AGENTS: agents })).toEqual([]);
    },
  );

  it('shows no secret that stands where something else belongs', () => {
    const secret = 'sk_canary0123456789';
    const mistakes = mistakesOf({
      ELEVENLABS_AGENTS: `${secret},a=Anna; key=${secret},wsec_canary=agent_x`,
      PUBLIC_HOSTS: `https://${secret}@voice.example.com`,
      TRUSTED_PROXIES: 'vc_canary',
      EXTENSION_ORIGINS: secret,
    });
    expect(mistakes.length).toBeGreaterThan(5);
    expect(mistakes.join('\n')).not.toContain('canary');
  });

  it('takes the id of an agent for no key', () => {
    expect(
      mistakesOf({ ELEVENLABS_API_KEY: 'agent_x', ELEVENLABS_AGENTS: 'agent_x=Anna' }),
    ).toEqual(['ELEVENLABS_API_KEY is the id of an agent. It belongs into ELEVENLABS_AGENTS.']);
  });
});
