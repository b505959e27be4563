import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { createSelectorDraft } from '../../../entrypoints/options/selector-draft.ts';

function query(selector: string): void {
  if (selector.includes('[[')) throw new SyntaxError('not a selector');
}

function draft() {
  const saved = signal('.voice-card');
  const store = vi.fn(async (selector: string) => {
    saved.value = selector;
  });
  return { store, shown: createSelectorDraft(saved, { query, store }) };
}

describe("a selector's field", () => {
  it('stores what will do, without the spaces around it', async () => {
    const { store, shown } = draft();
    shown.type(' .my-card ');
    await shown.commit();
    expect(store).toHaveBeenCalledExactlyOnceWith('.my-card');
    expect(shown.value.value).toBe('.my-card');
    expect(shown.hasSaved.value).toBe(true);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['[[', 'unreadable'],
    ['a'.repeat(501), 'long'],
  ])('does not store %j: %s', async (typed, fault) => {
    const { store, shown } = draft();
    shown.type(typed);
    await shown.commit();
    expect(shown.fault.value).toBe(fault);
    expect(shown.value.value).toBe(typed);
    expect(store).not.toHaveBeenCalled();
  });

  it('goes back to what is stored', async () => {
    const { shown } = draft();
    shown.type('[[');
    await shown.commit();
    shown.discard();
    expect(shown.value.value).toBe('.voice-card');
    expect(shown.fault.value).toBeNull();
  });
});
