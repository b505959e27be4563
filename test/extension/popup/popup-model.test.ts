import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { type State } from '../../../core/conversation.ts';
import { type FoundCard } from '../../../core/messages.ts';
import { failure } from '../../../core/failure.ts';
import { failed, good } from '../../../core/result.ts';
import { DEFAULT_SETTINGS } from '../../../core/settings.ts';
import {
  type PopupDoors,
  createPopupModel,
  obstacle,
} from '../../../entrypoints/popup/popup-model.ts';
import type { Enabling } from '../../../entrypoints/shared/ui/enable-site.ts';

const SUBJECT = {
  tabId: 7,
  windowId: 3,
  site: 'https://a.example',
  address: 'https://a.example/x',
  isSeen: true,
};
const FRAME = { frameId: 0, agentIds: ['echo'], isReached: true, hasMarks: false, frames: [] };
const nobody = () => Promise.reject(new Error('Receiving end does not exist'));

function popup(change: Partial<PopupDoors> = {}) {
  const settings = signal({ ...DEFAULT_SETTINGS, sites: ['https://a.example'] });
  const doors: PopupDoors = {
    findSubject: async () => SUBJECT,
    enable: async () => 'enabled',
    switchOff: async () => true,
    cards: async (): Promise<FoundCard[]> => [{ agentId: 'echo', state: 'idle', isShown: true }],
    lookIntoPage: async () => [FRAME],
    marks: async () => [],
    anchorAt: async () => null,
    loadMarks: async () => [],
    changeMarks: async () => undefined,
    openPanel: async () => undefined,
    pick: async () => good(null),
    picksWhereOff: true,
    look: async (): Promise<State> => null,
    lookBack: async (): Promise<State> => null,
    end: async () => undefined,
    fetchAgents: async () => ({ ok: true, value: [{ id: 'echo', name: 'Echo' }] }),
    now: () => 0,
    ...change,
  };
  return { settings, model: createPopupModel(SUBJECT, settings, doors) };
}

describe('the popup', () => {
  it('lists the cards by name', async () => {
    const { model } = popup();
    expect(model.cards.value).toBeNull();
    await model.refresh();
    expect(model.cards.value).toEqual([{ name: 'Echo', state: 'idle', ailment: null }]);
  });

  it('shows ids where the backend does not answer', async () => {
    const trouble = { kind: 'unreachable' } as const;
    const { model } = popup({ fetchAgents: async () => ({ ok: false, trouble }) });
    await model.refresh();
    expect(model.cards.value?.map(({ name }) => name)).toEqual(['echo']);
  });

  it('asks no page where voice is off', async () => {
    const lookIntoPage = vi.fn(nobody);
    const { settings, model } = popup({ lookIntoPage });
    settings.value = DEFAULT_SETTINGS;
    await model.refresh();
    expect(lookIntoPage).not.toHaveBeenCalled();
    expect(model.cards.value).toEqual([]);
  });

  it('copes when nobody answers', async () => {
    const { model } = popup({ lookIntoPage: nobody, look: nobody, end: nobody });
    await model.refresh();
    await model.endConversation();
    expect(model.cards.value).toEqual([]);
    expect(model.findings.value?.isOpen).toBe(false);
    expect(model.conversation.value).toBeNull();
  });

  it('follows the page to another site', async () => {
    const elsewhere = { ...SUBJECT, site: 'https://b.example', address: 'https://b.example/' };
    const { settings, model } = popup({ findSubject: async () => elsewhere });
    settings.value = { ...DEFAULT_SETTINGS, sites: ['https://b.example'] };
    expect(model.voice.isOn.value).toBe(false);
    await model.refresh();
    expect(model.voice.isOn.value).toBe(true);
  });

  it('asks in the same task when voice is switched on', () => {
    const enable = vi.fn(async () => 'enabled' as const);
    const { model } = popup({ enable });
    void model.voice.turn(true);
    expect(enable).toHaveBeenCalledExactlyOnceWith('https://a.example');
    expect(model.voice.isBusy.value).toBe(true);
  });

  it('says when switching did not come off', async () => {
    const { model } = popup({ enable: async () => 'refused', switchOff: async () => false });
    await model.voice.turn(true);
    expect(model.voice.outcome.value).toBe('refused');
    await model.voice.turn(false);
    expect(model.voice.outcome.value).toBe('failed');
    expect(model.voice.isBusy.value).toBe(false);
  });

  it('opens the panel in the same task, and says when the browser would not', async () => {
    const openPanel = vi.fn(nobody);
    const { model } = popup({ openPanel });
    const opening = model.panel.open();
    expect(openPanel).toHaveBeenCalledExactlyOnceWith(3);
    await opening;
    expect(model.panel.isRefused.value).toBe(true);
  });

  it('has an element of the page picked, and says why nothing can be', async () => {
    const pick = vi.fn(async () => failed(failure('page_closed')));
    const { model } = popup({ pick });
    await model.picking.start();
    expect(pick).toHaveBeenCalledExactlyOnceWith(7);
    expect(model.picking.failure.value?.code).toBe('page_closed');
  });

  it('where the picker cannot ask, voice is switched on first, in the same task', async () => {
    const enable = vi.fn<() => Promise<Enabling>>(async () => 'refused');
    const pick = vi.fn(async () => good(null));
    const { settings, model } = popup({ enable, pick, picksWhereOff: false });
    settings.value = DEFAULT_SETTINGS;
    const refused = model.picking.start();
    expect(enable).toHaveBeenCalledExactlyOnceWith('https://a.example');
    await refused;
    expect(model.voice.outcome.value).toBe('refused');
    expect(pick).not.toHaveBeenCalled();

    enable.mockResolvedValue('enabled');
    await model.picking.start();
    expect(pick).toHaveBeenCalledExactlyOnceWith(7);
    settings.value = { ...DEFAULT_SETTINGS, sites: ['https://a.example'] };
    await model.picking.start();
    expect(enable).toHaveBeenCalledTimes(2);
  });

  it('tells what is in the way: the backend before the microphone, and nothing where voice is off', async () => {
    const trouble = { kind: 'unreachable' } as const;
    const { settings, model } = popup({ fetchAgents: async () => ({ ok: false, trouble }) });
    await model.refresh();
    expect(obstacle(model, 'denied')?.code).toBe('backend_unreachable');
    settings.value = DEFAULT_SETTINGS;
    expect(obstacle(model, 'denied')).toBeNull();
    const { model: well } = popup();
    await well.refresh();
    expect(obstacle(well, 'denied')?.code).toBe('microphone_denied');
    expect(obstacle(well, 'prompt')?.code).toBe('microphone_prompt');
    expect(obstacle(well, 'granted')).toBeNull();
  });
});
