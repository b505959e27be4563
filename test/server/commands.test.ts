import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../server/echo-agent/commands.ts';

const steps = (message: string) => stepsOf(message, () => 'tool_1');

describe('typed commands', () => {
  it.each(['hello', '', 'a /help within'])('are none in "%s"', (message) => {
    expect(steps(message)).toBeNull();
  });

  it.each(['/nonsense', '/', '/constructor', '/error', '/error other', '/close 1006', '/close x'])(
    'are explained for "%s"',
    (message) => {
      expect(steps(message)).toEqual(steps('/help'));
    },
  );

  it('are all in the help text', () => {
    const [help] = steps('/help') ?? [];
    for (const name of [
      'markdown',
      'stream',
      'correct',
      'tool',
      'many',
      'recall',
      'silence',
      'close',
      'error quota',
    ]) {
      expect(help).toMatchObject({ do: 'say', text: expect.stringContaining(`\n/${name}`) });
    }
  });

  it.each([
    ['/close', 1000],
    ['/close 1008', 1008],
    [' /close  3000 ', 3000],
    ['/close 4999', 4999],
  ])('close with a code: "%s"', (message, code) => {
    expect(steps(message)).toEqual([{ do: 'close', code, reason: expect.any(String) }]);
  });

  it.each(['/close 999', '/close 2000', '/close 5000', '/close 1000.5'])(
    'close with no code that cannot be sent: "%s"',
    (message) => {
      expect(steps(message)).toEqual(steps('/help'));
    },
  );

  it.each([
    ['/many', 50],
    ['/many 3', 3],
    ['/many 2000', 2_000],
  ])('answer as often as they are told to: "%s"', (message, count) => {
    const answers = steps(message);
    expect(answers).toHaveLength(count);
    expect(answers?.at(-1)).toEqual({ do: 'say', text: `Answer ${count} of ${count}.` });
  });

  it.each(['/many 0', '/many 2001', '/many 1.5', '/many x'])(
    'answer no other number of times: "%s"',
    (message) => {
      expect(steps(message)).toEqual(steps('/help'));
    },
  );

  it('call the tool that was named', () => {
    const [call] = steps('/tool show_card') ?? [];
    expect(call).toEqual({ do: 'call', call: { name: 'show_card', id: 'tool_1' } });
  });
});
