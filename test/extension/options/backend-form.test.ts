import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { createBackendForm } from '../../../entrypoints/options/backend-form.ts';
import { type Agent, type BackendAnswer } from '../../../entrypoints/shared/backend.ts';

const ECHO: BackendAnswer<Agent[] | null> = { ok: true, value: [{ id: 'echo', name: 'Echo' }] };

function form({ granted = true, answer = ECHO } = {}) {
  const saved = signal('https://old.example');
  const doors = {
    askPermission: vi.fn(async (_pattern: string) => granted),
    store: vi.fn(async (backendUrl: string) => {
      saved.value = backendUrl;
    }),
    fetchAgents: vi.fn(async (_backendUrl: string) => answer),
  };
  return { saved, doors, form: createBackendForm(saved, doors) };
}

describe('the form for the backend URL', () => {
  it('shows what is stored, also when that changes elsewhere', () => {
    const { saved, form: shown } = form();
    saved.value = 'https://new.example';
    expect(shown.value.value).toBe('https://new.example');
  });

  it('keeps what is being typed when the stored value changes elsewhere', () => {
    const { saved, form: shown } = form();
    shown.type('https://typed.exa');
    saved.value = 'https://new.example';
    expect(shown.value.value).toBe('https://typed.exa');
  });
});

describe('saving the backend URL', () => {
  it('asks for the origin, in the same task, before anything else', () => {
    const { doors, form: shown } = form();
    shown.type('http://127.0.0.1:8787/voice');
    void shown.save();
    expect(doors.askPermission).toHaveBeenCalledExactlyOnceWith('http://127.0.0.1/*');
  });

  it('stores the address without its trailing slash, shows it so and tests it', async () => {
    const { doors, form: shown } = form();
    shown.type(' https://voice.example/api/ ');
    await shown.save();
    expect(doors.store).toHaveBeenCalledExactlyOnceWith('https://voice.example/api');
    expect(shown.value.value).toBe('https://voice.example/api');
    expect(shown.check.value).toEqual({ is: 'connected', agents: ECHO.ok ? ECHO.value : [] });
  });

  it.each([
    ['voice', 'unreadable'],
    ['http://voice.example', 'not_https'],
    ['https://me:secret@voice.example', 'credentials'],
    ['https://voice.example/?a=1', 'extra'],
  ])('neither stores nor loses %s, and says it is %s', async (typed, fault) => {
    const { doors, form: shown } = form();
    shown.type(typed);
    await shown.save();
    expect(shown.fault.value).toBe(fault);
    expect(shown.value.value).toBe(typed);
    expect(doors.askPermission).not.toHaveBeenCalled();
    expect(doors.store).not.toHaveBeenCalled();
  });
});

describe('testing the backend URL', () => {
  it('tests without storing', async () => {
    const { doors, form: shown } = form();
    shown.type('https://voice.example');
    await shown.test();
    expect(doors.store).not.toHaveBeenCalled();
    expect(doors.fetchAgents).toHaveBeenCalledExactlyOnceWith('https://voice.example');
    expect(shown.value.value).toBe('https://voice.example');
  });

  it('tries without the permission too, and says that it did', async () => {
    const { form: shown } = form({ granted: false });
    await shown.test();
    expect(shown.check.value.is).toBe('connected');
    expect(shown.refused.value).toBe(true);
  });

  it('drops an answer about an address that was changed meanwhile', async () => {
    const { form: shown } = form();
    const testing = shown.test();
    expect(shown.check.value.is).toBe('running');
    shown.type('https://other.example');
    await testing;
    expect(shown.check.value.is).toBe('untested');
  });
});
