import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../core/mark.ts';
import { readPack, writePack } from '../../../core/mark-pack.ts';
import { createPackExport } from '../../../entrypoints/options/pack-export.ts';
import { createPackImport } from '../../../entrypoints/options/pack-import.ts';
import { aMark } from '../../support/marks.ts';

const OTHER = aMark({ id: 'm2', scope: { kind: 'site', site: 'https://other.example' } });

describe('giving marks away', () => {
  function give() {
    const saved: [file: string, text: string][] = [];
    const pack = createPackExport(signal([aMark(), OTHER]), {
      packId: async (name) => `id-of-${name.length}`,
      save: (file, text) => saved.push([file, text]),
    });
    const read = () => readPack(saved[0]?.[1] ?? '');
    return { pack, saved, read };
  }

  it('writes all of them, under a name', async () => {
    const { pack, saved, read } = give();
    pack.type(' Shöp & more! ');
    await pack.write();
    expect(saved[0]?.[0]).toBe('shöp-more.json');
    expect(read()).toMatchObject({
      ok: true,
      pack: { id: 'id-of-12', name: 'Shöp & more!', marks: [{ id: 'mark' }, { id: 'm2' }] },
    });
  });

  it('writes those of one site', async () => {
    const { pack, read } = give();
    pack.type('Shop');
    pack.choose('https://other.example');
    await pack.write();
    expect(read()).toMatchObject({ ok: true, pack: { marks: [{ id: 'm2' }] } });
  });

  it('wants a name first', async () => {
    const { pack, saved } = give();
    await pack.write();
    expect(pack.isNameless.value).toBe(true);
    expect(saved).toEqual([]);
  });
});

describe('taking marks over', () => {
  const PACK = { id: 'p', name: 'Shop', marks: [aMark({ label: 'Anew' }), OTHER] };

  function take() {
    const marks = signal<readonly Mark[]>([aMark()]);
    const pack = createPackImport(marks, {
      changeMarks: async (act) => void (marks.value = act(marks.value)),
    });
    return { pack, marks };
  }

  it('shows what that would do, and does nothing before it is wanted', async () => {
    const { pack, marks } = take();
    pack.type(writePack(PACK));
    pack.show();
    expect(pack.shown.value).toMatchObject({
      name: 'Shop',
      added: [{ id: 'm2' }],
      changed: [
        { before: { label: 'Shop assistant' }, after: { label: 'Anew' }, parts: ['label'] },
      ],
    });
    expect(marks.value).toEqual([aMark()]);
    pack.cancel();
    await pack.take();
    expect(marks.value).toEqual([aMark()]);
    pack.show();
    await pack.take();
    expect(marks.value.map(({ label, pack: from }) => [label, from])).toEqual([
      ['Anew', 'p'],
      ['Shop assistant', 'p'],
    ]);
    expect(pack.isDone.value).toBe(true);
    expect(pack.shown.value).toBeNull();
  });

  it('follows what becomes of the marks meanwhile', () => {
    const { pack, marks } = take();
    pack.type(writePack(PACK));
    pack.show();
    expect(pack.shown.value).toMatchObject({ added: [{ id: 'm2' }] });
    marks.value = [];
    expect(pack.shown.value).toMatchObject({ added: [{ id: 'mark' }, { id: 'm2' }], changed: [] });
  });

  it.each([
    ['{', 'not JSON'],
    ['{}', 'not a pack'],
    ['x'.repeat(1_000_001), 'too large'],
  ] as const)('says why a text is no pack', (text, fault) => {
    const { pack } = take();
    pack.type(text);
    pack.show();
    expect(pack.fault.value).toBe(fault);
    expect(pack.shown.value).toBeNull();
    pack.type('');
    expect(pack.fault.value).toBeNull();
  });
});
