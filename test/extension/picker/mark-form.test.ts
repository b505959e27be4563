import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../core/mark.ts';
import {
  type FormDoors,
  type Ground,
  createMarkForm,
} from '../../../entrypoints/picker/mark-form.ts';
import { aMark, anAnchor } from '../../support/marks.ts';

const ANCHOR = anAnchor();

const GROUND: Ground = {
  address: new URL('https://shop.example/plans/pro'),
  sites: ['https://shop.example'],
  before: null,
  tabs: [
    { title: 'Pro', url: 'https://shop.example/plans/pro' },
    { title: 'Team', url: 'https://shop.example/plans/team' },
    { title: 'Home', url: 'https://shop.example/' },
    { title: 'Other', url: 'https://other.example/plans/pro' },
  ],
};

function form(change: Partial<FormDoors> = {}, ground: Partial<Ground> = {}) {
  const kept: Mark[] = [];
  const doors: FormDoors = {
    enable: async () => 'enabled',
    keep: async (made) => void kept.push(made),
    id: () => 'new',
    now: () => 7,
    ...change,
  };
  const made = createMarkForm({ name: 'Pro', anchor: ANCHOR }, { ...GROUND, ...ground }, doors);
  return { form: made, kept };
}

describe('what is said of an element', () => {
  it.each([
    ['page', ['Pro']],
    ['path', ['Pro', 'Team']],
    ['site', ['Pro', 'Team', 'Home']],
  ] as const)('shows on which open tabs it holds: %s', (kind, titles) => {
    const { form: shown } = form();
    shown.change({ kind });
    expect(shown.matching.value?.map(({ title }) => title)).toEqual(titles);
  });

  it('is kept once the site is granted', async () => {
    const { form: shown, kept } = form();
    shown.change({ agentId: 'echo', kind: 'site' });
    expect(await shown.save()).toBe(true);
    const scope = { kind: 'site', site: 'https://shop.example' } as const;
    expect(kept).toEqual([aMark({ id: 'new', at: 7, label: 'Pro', scope })]);
  });

  it('asks for the site in the same task, and for nothing where something is missing', async () => {
    const asked: unknown[] = [];
    const enable: FormDoors['enable'] = async (sites) => {
      asked.push(sites);
      return 'enabled';
    };
    const { form: shown, kept } = form({ enable });
    void shown.save();
    expect(asked).toEqual([]);
    expect(shown.faults.value).toEqual({ agentId: 'empty' });
    shown.change({ agentId: 'echo' });
    expect(shown.faults.value).toEqual({});
    const saving = shown.save();
    expect(asked).toEqual([['https://shop.example']]);
    await saving;
    expect(kept).toHaveLength(1);
  });

  it.each(['refused', 'failed'] as const)('is not kept when the site is %s', async (outcome) => {
    const { form: shown, kept } = form({ enable: async () => outcome });
    shown.change({ agentId: 'echo' });
    expect(await shown.save()).toBe(false);
    expect(kept).toEqual([]);
    expect(shown.outcome.value).toBe(outcome);
  });

  it('says when it could not be kept', async () => {
    const { form: shown } = form({ keep: () => Promise.reject(new Error('full')) });
    shown.change({ agentId: 'echo' });
    expect(await shown.save()).toBe(false);
    expect(shown.outcome.value).toBe('failed');
  });

  it('goes over to another element, but for its name', () => {
    const { form: first } = form();
    first.change({ agentId: 'echo', label: 'Mine', kind: 'site', corner: 'bottom-end' });
    const { form: second } = form({}, { said: first.draft.value });
    expect(second.draft.value).toMatchObject({
      agentId: 'echo',
      label: 'Pro',
      kind: 'site',
      corner: 'bottom-end',
    });
  });

  it('keeps the label of a mark that is attached anew', () => {
    const before = aMark({ label: 'Mine' });
    const { form: shown } = form({}, { before });
    expect(shown.draft.value.label).toBe('Mine');
  });
});
