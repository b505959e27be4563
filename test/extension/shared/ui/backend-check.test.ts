import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../../entrypoints/shared/ui/backend-check.ts';

describe('checkOf', () => {
  it('tells a backend with a catalogue from one without', () => {
    expect(checkOf({ ok: true, value: [] })).toEqual({ is: 'connected', agents: [] });
    expect(checkOf({ ok: true, value: null })).toEqual({ is: 'no catalogue' });
  });

  it.each([
    [{ kind: 'unreachable' } as const, 'backend_unreachable'],
    [{ kind: 'unreadable', status: 200 } as const, 'backend_bad_answer'],
    [{ kind: 'refused', status: 403 } as const, 'backend_refused'],
    [{ kind: 'refused', status: 429 } as const, 'rate_limited'],
    // Nobody asked for an agent: something else than a voice backend answered.
    [{ kind: 'refused', status: 404 } as const, 'backend_bad_answer'],
    [{ kind: 'refused', status: 400 } as const, 'backend_bad_answer'],
  ])('calls %o %s', (trouble, code) => {
    expect(checkOf({ ok: false, trouble })).toEqual({ is: 'failed', code });
  });
});
