import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../core/mark.ts';
import { DEFAULT_SETTINGS } from '../../../core/settings.ts';
import { type MarksDoors, createMarksList } from '../../../entrypoints/options/marks-list.ts';
import { aMark } from '../../support/marks.ts';

const MARKS = [
  aMark({ id: 'b', label: 'Beta' }),
  aMark({ id: 'o', label: 'Other', scope: { kind: 'site', site: 'https://other.example' } }),
  aMark({ id: 'a', label: 'Alpha' }),
];

function list(change: Partial<MarksDoors> = {}) {
  const stored = signal<readonly Mark[]>(MARKS);
  const settings = signal({ ...DEFAULT_SETTINGS, sites: ['http://127.0.0.1'] });
  const shown = createMarksList(stored, settings, {
    changeMarks: async (act) => void (stored.value = act(stored.value)),
    findAgain: async () => 'started',
    enable: async () => 'enabled',
    ...change,
  });
  const find = (id: string) => stored.value.find((other) => other.id === id);
  return { shown, stored, find };
}

describe('the list of marks', () => {
  it('is ordered by site and label', () => {
    expect(list().shown.marks.value.map(({ id }) => id)).toEqual(['a', 'b', 'o']);
  });

  it('changes one mark and leaves the others', async () => {
    const { shown, find, stored } = list();
    await shown.rename('a', ' New ');
    await shown.assign('a', 'agent_1');
    await shown.move('a', 'bottom-start');
    await shown.turn('a', false);
    const said = { label: 'New', agentId: 'agent_1', corner: 'bottom-start', isOn: false };
    expect(find('a')).toMatchObject(said);
    expect(stored.value.filter(({ id }) => id !== 'a')).toEqual(MARKS.slice(0, 2));
  });

  it('takes no empty label and no agent that cannot be', async () => {
    const { shown, stored } = list();
    await shown.rename('a', '  ');
    await shown.assign('a', 'no id');
    expect(stored.value).toEqual(MARKS);
  });

  it('brings back what was deleted, to its place', async () => {
    const { shown, stored } = list();
    await shown.remove(aMark({ id: 'o' }));
    expect(stored.value.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(shown.deleted.value?.id).toBe('o');
    await shown.undo();
    expect(stored.value.map(({ id }) => id)).toEqual(['b', 'o', 'a']);
    expect(shown.deleted.value).toBeNull();
  });

  it('tells whether voice is on where a mark holds', () => {
    const { shown } = list();
    expect(shown.isAlive(aMark())).toBe(true);
    expect(shown.isAlive(aMark({ scope: { kind: 'site', site: 'https://other.example' } }))).toBe(
      false,
    );
  });

  it('says for which mark no page is open', async () => {
    const { shown } = list({ findAgain: async () => 'no tab' });
    await shown.findAgain(aMark({ id: 'a' }));
    expect(shown.unfound.value).toEqual({ id: 'a', why: 'no tab' });
  });
});
