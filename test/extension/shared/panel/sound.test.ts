import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { Command } from '../../../../core/command.ts';
import { good } from '../../../../core/result.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../core/settings.ts';
import { createSound } from '../../../../entrypoints/shared/panel/sound.ts';
import { createAttempts } from '../../../../entrypoints/shared/panel/trouble.ts';
import { over, talk } from '../../../support/conversation.ts';
import { showing } from './shown.ts';
import { eventually } from '../../../support/eventually.ts';

const DEVICES = [
  { deviceId: 'default', kind: 'audioinput', label: 'Default' },
  { deviceId: 'mic', kind: 'audioinput', label: 'Microphone' },
  { deviceId: 'ear', kind: 'audiooutput', label: 'Headphones' },
  { deviceId: '', kind: 'videoinput', label: '' },
] as const;
const SITE = 'https://a.example';

function sound(first = talk(), stored: Partial<Settings> = {}) {
  const settings = signal<Settings>({ ...DEFAULT_SETTINGS, ...stored });
  const commands: Command[] = [];
  const { shown, show } = showing(first);
  const changeSettings = vi.fn(async (change: Partial<Settings>) => {
    settings.value = { ...settings.value, ...change };
  });
  const command = async (what: Command) => {
    commands.push(what);
    return good(null);
  };
  const doors = { settings, changeSettings, command, devices: async () => DEVICES };
  return { model: createSound(doors, shown, createAttempts()), commands, settings, show };
}

describe('push-to-talk', () => {
  it('mutes, but for while it is held', () => {
    const { model, commands } = sound();
    model.hold(true);
    expect(commands).toEqual([]);
    model.pushToTalk(true);
    model.hold(true);
    model.hold(true);
    model.hold(false);
    model.pushToTalk(false);
    expect(commands.map((one) => one.do === 'mute' && one.muted)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('ends when the microphone is opened by hand, and not when it is muted', () => {
    const { model } = sound();
    model.pushToTalk(true);
    model.mute(true);
    expect(model.isPushToTalk.value).toBe(true);
    model.mute(false);
    expect(model.isPushToTalk.value).toBe(false);
  });

  it('is over with its conversation: the next one is heard, and looks like it', () => {
    const { model, show } = sound();
    model.pushToTalk(true);
    show(talk({ muted: true }));
    expect([model.isPushToTalk.value, model.isMuted.value]).toEqual([true, true]);
    show(over());
    show(talk({ id: 'b' }));
    expect([model.isPushToTalk.value, model.isMuted.value]).toEqual([false, false]);
  });
});

describe('the volume', () => {
  it('follows the hand, and is remembered when it lets go', async () => {
    const { model, commands, settings } = sound();
    model.setVolume(0.4, false);
    expect([model.volume.value, settings.value.volume]).toEqual([0.4, 1]);
    model.setVolume(0.3, true);
    await eventually(() => expect(settings.value.volume).toBe(0.3));
    expect(commands).toEqual([
      { do: 'volume', volume: 0.4 },
      { do: 'volume', volume: 0.3 },
    ]);
    expect(model.volume.value).toBe(0.3);
  });
});

describe('devices', () => {
  it('are those that are something of their own', async () => {
    const { model } = sound();
    await model.refresh();
    expect(model.inputs.value.map(({ deviceId }) => deviceId)).toEqual(['mic']);
    expect(model.outputs.value.map(({ deviceId }) => deviceId)).toEqual(['ear']);
  });

  it('are used at once, and remembered for the site of the conversation alone', () => {
    const { model, commands, settings } = sound(talk(), { inputDeviceId: 'other' });
    expect(model.used.value).toEqual({ input: 'other', output: '' });
    model.use('input', 'mic');
    model.use('output', 'ear');
    expect(commands).toEqual([
      { do: 'use', device: 'input', id: 'mic' },
      { do: 'use', device: 'output', id: 'ear' },
    ]);
    const devices = { inputDeviceId: 'mic', outputDeviceId: 'ear' };
    expect(settings.value.siteDevices).toEqual({ [SITE]: devices });
    expect(settings.value.inputDeviceId).toBe('other');
    expect(model.used.value).toEqual({ input: 'mic', output: 'ear' });
  });

  it('are remembered for all where the conversation belongs to no site', () => {
    const { model, settings } = sound(talk({ site: null }));
    model.use('output', 'ear');
    expect(settings.value).toMatchObject({ outputDeviceId: 'ear', siteDevices: {} });
  });

  it('can be chosen when it is over, for the next one, and are put away when that begins', async () => {
    const { model, commands, settings, show } = sound(over());
    model.choose(true);
    await eventually(() => expect(model.inputs.value).toHaveLength(1));
    model.use('input', 'mic');
    expect(commands).toEqual([]);
    expect(settings.value.siteDevices).toEqual({ [SITE]: { inputDeviceId: 'mic' } });
    show(talk({ id: 'b' }));
    expect(model.isChoosing.value).toBe(false);
  });
});
