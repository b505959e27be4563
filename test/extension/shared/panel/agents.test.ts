import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../../core/settings.ts';
import { createAgents } from '../../../../entrypoints/shared/panel/agents.ts';
import type { PanelDoors } from '../../../../entrypoints/shared/panel/doors.ts';
import { eventually } from '../../../support/eventually.ts';

const CATALOGUE = [
  { id: 'echo', name: 'Echo agent' },
  { id: 'guide', name: 'Guide' },
];
const card = (agentId: string) => ({ agentId, state: 'idle', isShown: true }) as const;

type Doors = Pick<PanelDoors, 'settings' | 'fetchAgents' | 'findBeside'>;

async function agents(change: Partial<Doors> = {}, talkedTo: string | null = null) {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const last = signal(talkedTo);
  const model = createAgents(
    {
      settings,
      fetchAgents: async () => ({ ok: true, value: CATALOGUE }),
      findBeside: async () => null,
      ...change,
    },
    last,
  );
  await model.refresh();
  return { model, settings, last };
}

test('the catalogue is offered, its first agent chosen until the person chooses another', async () => {
  const { model } = await agents();
  expect(model.choices.value).toEqual(CATALOGUE);
  expect(model.chosen.value).toBe('echo');
  model.choose('guide');
  expect(model.chosen.value).toBe('guide');
  model.choose('nobody');
  expect(model.chosen.value).toBe('echo');
  expect(model.names.value.get('guide')).toBe('Guide');
});

test('it is told when somebody can be chosen', async () => {
  const answer = Promise.withResolvers<Awaited<ReturnType<Doors['fetchAgents']>>>();
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const doors = { settings, fetchAgents: () => answer.promise, findBeside: async () => null };
  const model = createAgents(doors, signal(null));
  const chosen = model.known().then(() => model.chosen.value);
  expect(model.chosen.value).toBe('');
  answer.resolve({ ok: true, value: CATALOGUE });
  expect(await chosen).toBe('echo');
});

test('whom one talked to last is offered first', async () => {
  const { model, last } = await agents({}, 'guide');
  expect(model.chosen.value).toBe('guide');
  last.value = 'stranger';
  expect(model.chosen.value).toBe('stranger');
});

test('agents of the page beside are offered by their ids, each once, and none that is no id', async () => {
  const cards = ['echo', 'stranger', 'stranger', 'not an id!'].map(card);
  const { model } = await agents({ findBeside: async () => ({ tabId: 9, cards }) });
  expect(model.choices.value.map(({ id }) => id)).toEqual(['echo', 'guide', 'stranger']);
  expect(model.tabId.value).toBe(9);
});

test('a backend that does not answer is a failure until it does, and the page still counts', async () => {
  const fetchAgents = vi.fn<Doors['fetchAgents']>();
  fetchAgents.mockResolvedValue({ ok: false, trouble: { kind: 'unreachable' } });
  const findBeside = async () => ({ tabId: 9, cards: [card('stranger')] });
  const { model } = await agents({ fetchAgents, findBeside });
  expect(model.failure.value?.code).toBe('backend_unreachable');
  expect(model.chosen.value).toBe('stranger');
  fetchAgents.mockResolvedValue({ ok: true, value: null });
  await model.refresh();
  expect(model.failure.value).toBeNull();
});

test('another address is asked by itself, and the answer of the old one comes too late', async () => {
  const answers = new Map<string, (agents: typeof CATALOGUE) => void>();
  const { model, settings } = await agents({
    fetchAgents: (url) =>
      url === DEFAULT_SETTINGS.backendUrl
        ? Promise.resolve({ ok: true, value: CATALOGUE })
        : new Promise((resolve) => {
            answers.set(url, (value) => resolve({ ok: true, value }));
          }),
  });
  settings.value = { ...DEFAULT_SETTINGS, backendUrl: 'https://old.example' };
  settings.value = { ...DEFAULT_SETTINGS, backendUrl: 'https://new.example' };
  answers.get('https://new.example')?.([{ id: 'new', name: 'New' }]);
  await eventually(() => expect(model.chosen.value).toBe('new'));
  answers.get('https://old.example')?.([{ id: 'old', name: 'Old' }]);
  await Promise.resolve();
  expect(model.chosen.value).toBe('new');
});
