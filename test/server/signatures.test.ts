import { describe, expect, it } from 'vitest';
import { SIGNATURE_LIFETIME_MS, Signatures } from '../../server/echo-agent/signatures.ts';

function signatures() {
  let now = 0;
  let count = 0;
  const clock = { now: () => now, wait: () => Promise.resolve() };
  return {
    all: new Signatures(clock, () => `signature-${++count}`),
    pass: (ms: number) => void (now += ms),
  };
}

describe('signatures', () => {
  it('open one conversation', () => {
    const { all } = signatures();
    const signature = all.issue('echo');
    expect(all.redeem(signature, 'echo')).toBe(true);
    expect(all.redeem(signature, 'echo')).toBe(false);
  });

  it('open it with their own agent alone', () => {
    const { all } = signatures();
    const signature = all.issue('echo');
    expect(all.redeem(signature, 'other')).toBe(false);
    expect(all.redeem(signature, 'echo')).toBe(true);
  });

  it('are not to be made up', () => {
    const { all } = signatures();
    all.issue('echo');
    expect(all.redeem('', 'echo')).toBe(false);
    expect(all.redeem('signature-2', 'echo')).toBe(false);
  });

  it('live for fifteen minutes', () => {
    const { all, pass } = signatures();
    const [early, late] = [all.issue('echo'), all.issue('echo')];
    pass(SIGNATURE_LIFETIME_MS - 1);
    expect(all.redeem(early, 'echo')).toBe(true);
    pass(1);
    expect(all.redeem(late, 'echo')).toBe(false);
    expect(SIGNATURE_LIFETIME_MS).toBe(900_000);
  });
});
