import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { type AccessDoors, createAccessForm } from '../../../entrypoints/options/access-form.ts';
import type { Usage } from '../../../entrypoints/shared/backend-access.ts';
import { eventually } from '../../support/eventually.ts';

const USAGE: Usage = { token: 'Ann', expiresAt: null, isEstimate: true, figures: [] };

/** The form of a browser in which a token is kept by address. */
async function form(more: Partial<AccessDoors> = {}, kept: Record<string, string> = {}) {
  const backendUrl = signal('https://one.example');
  const tokens = new Map(Object.entries(kept));
  const doors = {
    loadToken: async (url: string) => tokens.get(url) ?? null,
    keepToken: vi.fn(async (url: string, token: string) => {
      tokens.clear();
      tokens.set(url, token);
    }),
    forgetToken: async () => tokens.clear(),
    askConsent: vi.fn(async () => true),
    pairWithCode: vi.fn<AccessDoors['pairWithCode']>(async () => ({ ok: true, value: 'vc_new' })),
    fetchUsage: vi.fn<AccessDoors['fetchUsage']>(async () => ({ ok: true, value: USAGE })),
    ...more,
  };
  const shown = createAccessForm(backendUrl, doors);
  await eventually(() => expect(shown.hasToken.value).toBe(tokens.has(backendUrl.value)));
  return { backendUrl, doors, form: shown };
}

describe('the form for access', () => {
  it('exchanges a code for a token, which it keeps for this backend', async () => {
    const { doors, form: shown } = await form();
    shown.code.value = ' 7kq2-xm4h ';
    await shown.pair();
    expect(doors.pairWithCode).toHaveBeenCalledExactlyOnceWith('https://one.example', '7kq2-xm4h');
    expect(doors.keepToken).toHaveBeenCalledExactlyOnceWith('https://one.example', 'vc_new');
    expect(shown.hasToken.value).toBe(true);
    expect(shown.usage.value).toEqual(USAGE);
    expect(shown.code.value).toBe('');
  });

  it('says why a code is refused, and keeps what was typed', async () => {
    const trouble = { kind: 'refused', status: 403, code: 'pairing_refused' } as const;
    const { doors, form: shown } = await form({
      pairWithCode: async () => ({ ok: false, trouble }),
    });
    shown.code.value = '2222-2222';
    await shown.pair();
    expect(shown.trouble.value).toEqual({ code: 'pairing_refused' });
    expect(shown.code.value).toBe('2222-2222');
    expect(doors.keepToken).not.toHaveBeenCalled();
  });

  it('keeps a token that was typed, and never shows it again', async () => {
    const { doors, form: shown } = await form();
    shown.token.value = ' vc_typed ';
    await shown.save();
    expect(doors.keepToken).toHaveBeenCalledExactlyOnceWith('https://one.example', 'vc_typed');
    expect(shown.token.value).toBe('');
  });

  it('asks nobody and keeps nothing where the backend may be shown no token, until it may', async () => {
    const askConsent = vi.fn(async () => false);
    const { doors, form: shown } = await form({ askConsent });
    shown.code.value = '7kq2-xm4h';
    await shown.pair();
    shown.token.value = 'vc_typed';
    await shown.save();
    expect(doors.pairWithCode).not.toHaveBeenCalled();
    expect(doors.keepToken).not.toHaveBeenCalled();
    expect(shown.refused.value).toBe(true);
    expect([shown.code.value, shown.token.value]).toEqual(['7kq2-xm4h', 'vc_typed']);
    askConsent.mockResolvedValue(true);
    await shown.pair();
    expect(shown.refused.value).toBe(false);
    expect(shown.hasToken.value).toBe(true);
  });

  it('asks for that in the very task of the click, and not for nothing', async () => {
    const { doors, form: shown } = await form();
    void shown.pair();
    void shown.save();
    expect(doors.askConsent).not.toHaveBeenCalled();
    shown.token.value = 'vc_typed';
    const saving = shown.save();
    expect(doors.askConsent).toHaveBeenCalledOnce();
    await saving;
  });

  it('does nothing for nothing', async () => {
    const { doors, form: shown } = await form();
    await shown.pair();
    await shown.save();
    expect(doors.pairWithCode).not.toHaveBeenCalled();
    expect(doors.keepToken).not.toHaveBeenCalled();
    expect(doors.fetchUsage).not.toHaveBeenCalled();
  });

  it('says what the backend says to a token that is good no more', async () => {
    const trouble = { kind: 'refused', status: 401, code: 'token_expired' } as const;
    const fetchUsage = async () => ({ ok: false, trouble }) as const;
    const { form: shown } = await form({ fetchUsage }, { 'https://one.example': 'vc_old' });
    expect(shown.trouble.value).toEqual({ code: 'token_expired' });
    await shown.forget();
    expect(shown.hasToken.value).toBe(false);
    expect(shown.trouble.value).toBeNull();
  });

  it('is about the backend that the settings name by now', async () => {
    const { backendUrl, form: shown } = await form({}, { 'https://one.example': 'vc_one' });
    expect(shown.usage.value).toEqual(USAGE);
    backendUrl.value = 'https://two.example';
    await eventually(() => expect(shown.hasToken.value).toBe(false));
    expect(shown.usage.value).toBeNull();
  });
});
