import { expect, it } from 'vitest';
import type { Summary } from '../../../core/conversation.ts';
import { record, recordChange } from '../../../entrypoints/background/events.ts';
import { recordedEvents } from '../../../entrypoints/shared/recorded-events.ts';
import { eventually } from '../../support/eventually.ts';

it('keeps the newest fifty events, in their order, however fast they come', async () => {
  for (let i = 0; i < 30; i++) {
    record('start');
    record('ended');
  }
  record('panic');
  await eventually(async () => {
    const events = await recordedEvents.getValue();
    expect(events.at(-1)?.type).toBe('panic');
  });
  const events = await recordedEvents.getValue();
  expect(events).toHaveLength(50);
  expect(events.slice(0, 2).map(({ type }) => type)).toEqual(['ended', 'start']);
});

it('records each milestone of a conversation once', async () => {
  await recordedEvents.removeValue();
  const start: Summary = {
    id: 'a',
    agentId: 'echo',
    tabId: 7,
    frameId: 0,
    site: null,
    mode: 'voice',
    phase: 'connecting',
    muted: false,
    startedAt: 1,
    revision: 1,
  };
  const connected = { ...start, phase: 'listening', connectedAt: 2 } as const;
  const lost = { by: 'failure', failure: { code: 'network' } } as const;
  const ended = { ...connected, phase: 'ended', end: lost } as const;
  const changes = [null, start, connected, { ...connected, revision: 3 }, ended, ended];
  for (const [i, now] of changes.entries()) {
    if (now !== null) recordChange(changes[i - 1] ?? null, now);
  }
  recordChange(ended, { ...start, id: 'b' });
  const types = async () => (await recordedEvents.getValue()).map(({ type }) => type);
  await eventually(async () =>
    expect(await types()).toEqual(['start', 'connected', 'failed:network', 'start']),
  );
});
